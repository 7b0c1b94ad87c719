export { type DecideApplication, decideApplication } from './decide-application.command';
export { DecisionEntity, type DecisionKind, type Ground } from './decision.entity';
export { type DecisionRecord, decisionById, decisionsByApplication, latestDecision } from './decision.record';
export { Decision } from './decision.type';
export { decisionsModule } from './decisions.module';
export { type DecisionDraft, type DecisionPolicy, decisionPolicy, type RefusalGround, type RefusalMade } from './extension-points';
export { type Receipt, type ReceiptCheck, type ReceiptEvidence, verifyReceipt } from './receipt';
