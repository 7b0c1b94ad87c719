import { Decimal } from '../../schema/base';
import {
  type ApplicationRecord,
  type Evaluation,
  evaluate,
  lifecycleEvents,
  lockApplication,
  requireTransition,
  termFindings,
  transition,
} from '../applications';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../commands';
import { type ContractTerms, termsCalculator } from '../contracts';
import { fieldAad, fieldCipherPort, uuidv7 } from '../database';
import { moneyFindings } from '../money';
import { blocks, type Finding, formFinding } from '../rules';
import { DecisionEntity, type DecisionKind, type Ground } from './decision.entity';
import { type DecisionDraft, decisionPolicy } from './extension-points';
import { receiptOf } from './receipt-of';
import { isTold } from './shown-decision';

export interface DecideApplication {
  readonly applicationId: string;
  /** `null` lets the rules decide: refused when a rule blocks, approved otherwise. */
  readonly kind: DecisionKind | null;
  /** Decimal string and its currency, the application's; only with APPROVED_OTHER_TERMS. */
  readonly amount: { readonly amount: string; readonly currency: string } | null;
  readonly termDays: number | null;
  readonly grounds: readonly { readonly code: string; readonly note: string | null }[];
}

export interface DecisionResult extends CommandResult {
  readonly applicationId?: string;
  readonly decisionId?: string;
}

/**
 * Records a decision with its receipt and moves the application to OFFERED or REFUSED.
 * An approval against a blocking rule is refused with that rule's finding; a refusal keeps every failed rule.
 */
export const decideApplication = defineCommand<DecideApplication, DecisionResult>({
  name: 'decideApplication',
  emits: lifecycleEvents,
  async run(input, context) {
    const application = await lockApplication(context, input.applicationId);
    await context.requirePlugin(application.pluginId, 'CONTINUE');
    const malformed = offerFindings(input, application);
    if (malformed.length > 0) throw new Refusal(malformed);
    const evaluation = await evaluate(context, application, 'DECIDE');
    const ruled: DecisionKind = evaluation.findings.some(blocks) ? 'REFUSED' : 'APPROVED';
    const kind = input.kind ?? ruled;
    const draft = draftOf(context, application, kind, input, evaluation);
    const findings = [...formFindings(input, draft, application), ...(await policyFindings(context, application, draft))];
    if (kind !== 'REFUSED') findings.push(...evaluation.findings.filter(blocks));
    if (findings.some(blocks)) throw new Refusal(findings);
    requireTransition(application, kind === 'REFUSED' ? 'REFUSE' : 'OFFER');

    const decisionId = await record(context, application, draft);
    await transition(context, application, kind === 'REFUSED' ? 'REFUSE' : 'OFFER', { extension: { decisionId } });
    return { applicationId: application.id, decisionId, findings };
  },
});

function draftOf(
  context: CommandContext,
  application: ApplicationRecord,
  kind: DecisionKind,
  input: DecideApplication,
  evaluation: Evaluation,
): DecisionDraft {
  const known = new Map(
    context.extensions
      .of(decisionPolicy, application.pluginId)
      .flatMap((policy) => policy.grounds(context.lender.code).map((ground) => [ground.code, ground] as const)),
  );
  const unknown = input.grounds.filter((ground) => !known.has(ground.code));
  if (unknown.length > 0)
    throw new Refusal(unknown.map((ground) => formFinding('DECISION_GROUND_UNKNOWN', ['input', 'grounds'], { ground: ground.code })));
  const unexplained = input.grounds.filter((ground) => known.get(ground.code)!.noteRequired && !ground.note?.trim());
  if (unexplained.length > 0)
    throw new Refusal(unexplained.map((ground) => formFinding('DECISION_NOTE_MISSING', ['input', 'grounds'], { ground: ground.code })));
  return {
    kind,
    amount: input.amount === null ? application.amount : new Decimal(input.amount.amount).toFixed(2),
    termDays: input.termDays ?? application.termDays,
    grounds: input.grounds.map((ground): Ground => ({ ...ground, clause: known.get(ground.code)!.clause })),
    evaluation,
  };
}

/** What is wrong with the sum and the term themselves. */
function offerFindings({ amount, termDays }: DecideApplication, { currency }: ApplicationRecord): Finding[] {
  const sum = amount && { amount: new Decimal(amount.amount), currency: amount.currency };
  return [
    ...(sum ? moneyFindings(sum, { path: ['input', 'amount'], currency, positive: true }) : []),
    ...(termDays === null ? [] : termFindings(termDays, ['input', 'termDays'])),
  ];
}

function formFindings(input: DecideApplication, draft: DecisionDraft, application: ApplicationRecord): Finding[] {
  const named = input.amount !== null || input.termDays !== null;
  const differs = draft.amount !== application.amount || draft.termDays !== application.termDays;
  if (draft.kind === 'APPROVED_OTHER_TERMS') return differs ? [] : [formFinding('DECISION_TERMS_MISSING', ['input'])];
  if (named) return [formFinding('DECISION_TERMS_NOT_ALLOWED', ['input'])];
  if (draft.kind === 'REFUSED' && draft.grounds.length === 0 && !draft.evaluation.findings.some(blocks))
    return [formFinding('DECISION_GROUND_MISSING', ['input', 'grounds'])];
  return [];
}

async function policyFindings(context: CommandContext, application: ApplicationRecord, draft: DecisionDraft): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const policy of context.extensions.of(decisionPolicy, application.pluginId))
    found.push(...(await policy.check(context, application, draft)));
  return found;
}

async function offeredTerms(context: CommandContext, application: ApplicationRecord, draft: DecisionDraft): Promise<ContractTerms | null> {
  if (draft.kind === 'REFUSED') return null;
  const [calculator] = context.extensions.of(termsCalculator, application.pluginId);
  if (!calculator) throw new Error(`${application.pluginId} contributes no calculation of terms.`);
  return calculator.compute(context, application, { amount: draft.amount, termDays: draft.termDays }, context.today);
}

async function record(context: CommandContext, application: ApplicationRecord, draft: DecisionDraft): Promise<string> {
  const id = uuidv7(context.now.epochMilliseconds);
  const terms = await offeredTerms(context, application, draft);
  const cipher = context.ports.get(fieldCipherPort);
  const { receipt, factsJson } = receiptOf(context, application, id, draft, terms, cipher);
  await context.transaction.insert(DecisionEntity, {
    lenderId: context.lender.id,
    id,
    applicationId: application.id,
    clientId: application.clientId,
    kind: draft.kind,
    terms,
    grounds: [...draft.grounds],
    findings: [...draft.evaluation.findings],
    editionId: draft.evaluation.rules.edition?.id ?? null,
    receipt,
    receiptHash: receipt.hash.value,
    factsEnc: cipher.encrypt(factsJson, fieldAad({ lenderId: context.lender.id, table: 'core.decision', id, column: 'facts_enc' })),
    decidedBy: `${context.caller.kind}:${context.caller.subject}`,
    decidedAt: new Date(context.now.epochMilliseconds),
  });
  const refusal = { extensions: context.extensions, lender: context.lender, on: context.today };
  const told = (code: string) => draft.kind !== 'REFUSED' || isTold(refusal, application.pluginId, code);
  context.emit({
    type: 'DecisionMade',
    subject: { type: 'Application', id: application.id },
    applicationId: application.id,
    clientId: application.clientId,
    plugin: application.pluginId,
    payload: {
      decisionId: id,
      applicationId: application.id,
      kind: draft.kind,
      // The client reads events too.
      codes: draft.evaluation.findings.filter(blocks).flatMap(({ code }) => (told(code) ? [code] : [])),
      receiptHash: receipt.hash.value,
    },
  });
  return id;
}
