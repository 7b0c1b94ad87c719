import { Temporal } from 'temporal-polyfill';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { lockContractWithApplication } from '../../../modules/contracts';
import { blocks, type Finding, formFinding, resolveRules, runValidators, toFindings } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { ClaimAssignmentEntity } from './claim-assignment.entity';
import {
  deleteAssessmentRows,
  deleteInquiries,
  deletePublicationRow,
  deleteSolvency,
  lastAssessedOn,
  lockPublication,
  obligationsOfClient,
  obligationsUnderEdition,
  setNextCheck,
} from './retention.record';
import { DELETE_ASSESSMENT, DELETE_EDITION, keptUntil } from './validators';

export interface AssignClaim {
  readonly contractId: string;
  /** ISO 8601 day, not in the future. */
  readonly assignedOn: string;
}

/** Records that the claim under a contract was assigned: the terms of keeping run from that day. */
export const assignClaim = defineCommand<AssignClaim, CommandResult & { readonly contractId?: string }>({
  name: 'ruMfoAssignClaim',
  plugin: PLUGIN,
  emits: ['RuMfoClaimAssigned'],
  async run({ contractId, assignedOn }, context) {
    const { contract, application } = await lockContractWithApplication(context, contractId);
    const tooEarly = contract.concludedOn === null || assignedOn < contract.concludedOn;
    if (tooEarly || Temporal.PlainDate.compare(Temporal.PlainDate.from(assignedOn), context.today) > 0)
      throw new Refusal([formFinding('RU_MFO_ASSIGNMENT_DAY_INVALID', ['input', 'assignedOn'])]);
    await context.transaction.insert(ClaimAssignmentEntity, {
      lenderId: context.lender.id,
      contractId,
      clientId: contract.clientId,
      assignedOn,
      recordedBy: `${context.caller.kind}:${context.caller.subject}`,
      recordedAt: new Date(context.now.epochMilliseconds),
    });
    context.emit({
      type: 'RuMfoClaimAssigned',
      subject: { type: 'Contract', id: contractId },
      applicationId: application.id,
      clientId: contract.clientId,
      plugin: PLUGIN,
      payload: { contractId, assignedOn },
    });
    return { contractId };
  },
});

export interface DeletedAssessments extends CommandResult {
  readonly clientId?: string;
  readonly deleted?: number;
}

/** Deletes what was found out about a client's solvency: assessments, their criteria and the bureaus' reports. Refused before the term is over. */
export const deleteAssessments = defineCommand<{ readonly clientId: string }, DeletedAssessments>({
  name: 'ruMfoDeleteAssessments',
  plugin: PLUGIN,
  emits: [],
  async run({ clientId }, context) {
    await lockClient(context, clientId);
    const findings = await judgeDeletion(context, clientId);
    if (findings.some(blocks)) throw new Refusal(findings);
    return { clientId, deleted: await removeAll(context, clientId) };
  },
});

/** The daily look: deletes what is over, and notes when to look again. A lender whose rules name no term keeps all. */
export const deleteDueAssessments = defineCommand<{ readonly clientId: string }, DeletedAssessments>({
  name: 'job:ru-mfo/retention',
  emits: [],
  async run({ clientId }, context) {
    await lockClient(context, clientId);
    const term = rules.read(rulesToday(context), 'assessment.keptMonths');
    const over = term !== null && !(await judgeDeletion(context, clientId)).some(blocks);
    const deleted = over ? await removeAll(context, clientId) : 0;
    const endedOn = await endOf(context, clientId);
    const next = term && endedOn && !over ? keptUntil(endedOn, term.value).add({ days: 1 }) : context.today.add({ months: 1 });
    await context.transaction.query(setNextCheck, [context.lender.id, clientId, next.toString()]);
    return { clientId, deleted };
  },
});

async function judgeDeletion(context: CommandContext, clientId: string): Promise<readonly Finding[]> {
  const resolved = rulesToday(context);
  const facts = rules.factSet({
    deletedOn: [context.today, 'CLOCK'],
    obligationsEndedOn: [await endOf(context, clientId), 'CONTRACTS'],
  });
  return toFindings(runValidators(resolved.validatorsAt(DELETE_ASSESSMENT), facts, resolved), resolved);
}

/** The day on which the last obligation ended; that of the last assessment where no contract came of it; null while one stands. */
async function endOf(context: CommandContext, clientId: string): Promise<Temporal.PlainDate | null> {
  const [found] = await context.transaction.query(obligationsOfClient, [clientId]);
  if (found!.open > 0) return null;
  const [assessed] = await context.transaction.query(lastAssessedOn, [clientId, context.lender.zone]);
  const last = found!.endedOn ?? assessed!.on;
  return last ? Temporal.PlainDate.from(last) : null;
}

async function removeAll(context: CommandContext, clientId: string): Promise<number> {
  await context.transaction.query(deleteSolvency, [clientId]);
  await context.transaction.query(deleteInquiries, [clientId]);
  const removed = await context.transaction.query(deleteAssessmentRows, [clientId]);
  context.audit({ deletedAssessments: removed.length });
  return removed.length;
}

/** Deletes the original of an edition of the rules. Refused before the term after its last contract is over. */
export const deleteEditionOriginal = defineCommand<{ readonly publicationId: string }, CommandResult>({
  name: 'ruMfoDeleteEditionOriginal',
  plugin: PLUGIN,
  emits: [],
  async run({ publicationId }, context) {
    const [publication] = await context.transaction.query(lockPublication, [publicationId]);
    if (!publication?.editionId) throw new Refusal([formFinding('RU_MFO_EDITION_ORIGINAL_UNKNOWN', ['input', 'publicationId'])]);
    const [found] = await context.transaction.query(obligationsUnderEdition, [context.lender.id, publication.editionId]);
    const ended = found!.open === 0 && found!.endedOn ? Temporal.PlainDate.from(found!.endedOn) : null;
    // The rules that say how long an edition is kept are those of the edition itself.
    const resolved = resolveRules(context.extensions, PLUGIN, context.lender.code, context.today, { edition: publication.editionId });
    const facts = rules.factSet({ deletedOn: [context.today, 'CLOCK'], obligationsEndedOn: [ended, 'CONTRACTS'] });
    const findings = toFindings(runValidators(resolved.validatorsAt(DELETE_EDITION), facts, resolved), resolved);
    if (findings.some(blocks)) throw new Refusal(findings);
    await context.transaction.query(deletePublicationRow, [publicationId]);
    context.audit({ edition: publication.editionId });
    return {};
  },
});
