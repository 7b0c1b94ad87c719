import { lockApplication } from '../../../modules/applications';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { fieldAad, fieldCipherPort, uuidv7 } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { textFaults } from '../texts';
import { AgeExceptionEntity } from './age-exception.entity';
import { decideException, readAgeExceptions } from './reception.record';

export interface AgeExceptionResult extends CommandResult {
  readonly applicationId?: string;
  readonly exceptionId?: string;
}

export interface ProposeAgeException {
  readonly applicationId: string;
  readonly reasons: string;
}

export interface DecideAgeException {
  readonly applicationId: string;
  readonly exceptionId: string;
  readonly approved: boolean;
  /** Number of the management body's decision. */
  readonly decisionNo: string;
}

/** The specialist who prepares the file proposes, with reasons, to lend to somebody above the highest age. */
export const proposeAgeException = defineCommand<ProposeAgeException, AgeExceptionResult>({
  name: 'ruMfoProposeAgeException',
  plugin: PLUGIN,
  emits: [],
  async run({ applicationId, reasons }, context) {
    const application = await lockApplication(context, applicationId);
    // Where the rules know no such exception, none is proposed.
    if (!rules.read(rulesToday(context), 'age.exception'))
      throw new Refusal([formFinding('RU_MFO_EXCEPTION_NOT_FOUND', ['input', 'applicationId'])]);
    const faults = textFaults({ reasons });
    if (faults.length > 0) throw new Refusal(faults);
    if (!reasons.trim()) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'reasons'], { field: 'reasons' })]);
    const id = uuidv7(context.now.epochMilliseconds);
    const aad = fieldAad({ lenderId: context.lender.id, table: 'ru_mfo.age_exception', id, column: 'reasons' });
    await context.transaction.insert(AgeExceptionEntity, {
      lenderId: context.lender.id,
      id,
      applicationId,
      clientId: application.clientId,
      reasonsEnc: context.ports.get(fieldCipherPort).encrypt(reasons, aad),
      proposedBy: `${context.caller.kind}:${context.caller.subject}`,
      proposedAt: new Date(context.now.epochMilliseconds),
    });
    context.audit({ application: applicationId, exception: id });
    return { applicationId, exceptionId: id };
  },
});

/** Records what the management body decided on the proposal; never the proposer. */
export const decideAgeException = defineCommand<DecideAgeException, AgeExceptionResult>({
  name: 'ruMfoDecideAgeException',
  plugin: PLUGIN,
  emits: [],
  async run({ applicationId, exceptionId, approved, decisionNo }, context) {
    await lockApplication(context, applicationId);
    const proposals = await context.transaction.query(readAgeExceptions, [[applicationId]]);
    const proposal = proposals.find(({ id, decidedAt }) => id === exceptionId && decidedAt === null);
    if (!proposal) throw new Refusal([formFinding('RU_MFO_EXCEPTION_NOT_FOUND', ['input', 'exceptionId'])]);
    const faults = textFaults({ decisionNo });
    if (faults.length > 0) throw new Refusal(faults);
    if (!decisionNo.trim()) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'decisionNo'], { field: 'decisionNo' })]);
    const decidedBy = `${context.caller.kind}:${context.caller.subject}`;
    if (decidedBy === proposal.proposedBy) throw new Refusal([formFinding('RU_MFO_EXCEPTION_OWN_PROPOSAL', ['input', 'exceptionId'])]);
    const at = new Date(context.now.epochMilliseconds);
    await context.transaction.query(decideException, [exceptionId, approved, decisionNo, decidedBy, at]);
    context.audit({ application: applicationId, exception: exceptionId, override: 'AGE_MAX_UP', approved, decision: decisionNo });
    return { applicationId, exceptionId };
  },
});
