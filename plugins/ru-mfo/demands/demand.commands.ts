import { type ApplicationRecord, lockApplication } from '../../../modules/applications';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { type BoundParameter, type Finding, formFinding, uphold } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { textFaults } from '../texts';
import { DemandEntity } from './demand.entity';
import { type DemandRecord, readDemands, settleDemand } from './demand.record';
import type { AnswerChannel, DemandKind, DemandStatus } from './demand-kind';

export interface OpenDemand {
  readonly applicationId: string;
  readonly kind: DemandKind;
  readonly description: string | null;
}

export interface CloseDemand {
  readonly applicationId: string;
  readonly demandId: string;
  readonly status: Exclude<DemandStatus, 'OPEN'>;
  readonly document: string | null;
  readonly channel: AnswerChannel | null;
  readonly outcome: string | null;
}

export interface DemandResult extends CommandResult {
  readonly applicationId?: string;
  readonly demandId?: string;
}

/** An officer asks something of the applicant before the decision. */
export const openDemand = defineCommand<OpenDemand, DemandResult>({
  name: 'ruMfoOpenDemand',
  plugin: PLUGIN,
  emits: ['RuMfoDemandChanged'],
  async run({ applicationId, kind, description }, context) {
    const application = await lockApplication(context, applicationId);
    const resolved = rulesToday(context);
    const kinds = rules.read(resolved, 'demand.kinds');
    const described = rules.read(resolved, 'demand.other.described');
    const findings = [
      kinds &&
        uphold(kinds.citations, kinds.value.includes(kind), 'RU_MFO_DOCUMENT_KIND_NOT_ALLOWED', {
          document: kind,
          accepted: kinds.value.join(', '),
        }),
      kind === 'OTHER' && described?.value
        ? uphold(
            described.citations,
            Boolean(description?.trim()),
            'RU_MFO_FIELD_REQUIRED',
            { field: 'description' },
            { path: ['input', 'description'] },
          )
        : null,
      ...textFaults({ description }),
    ].filter((finding) => finding !== null);
    if (findings.length > 0) throw new Refusal(findings);
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(DemandEntity, {
      lenderId: context.lender.id,
      id,
      applicationId,
      clientId: application.clientId,
      kind,
      description,
      status: 'OPEN',
      openedBy: `${context.caller.kind}:${context.caller.subject}`,
      openedAt: new Date(context.now.epochMilliseconds),
    });
    tell(context, application, id, kind, 'OPEN');
    return { applicationId, demandId: id };
  },
});

/** An officer closes a demand as met, by the document or the channel that the rules accept, or waives it. */
export const closeDemand = defineCommand<CloseDemand, DemandResult>({
  name: 'ruMfoCloseDemand',
  plugin: PLUGIN,
  emits: ['RuMfoDemandChanged'],
  async run(input, context) {
    const application = await lockApplication(context, input.applicationId);
    const demands = await context.transaction.query(readDemands, [[application.id]]);
    const demand = demands.find(({ id, status }) => id === input.demandId && status === 'OPEN');
    if (!demand) throw new Refusal([formFinding('RU_MFO_DEMAND_NOT_FOUND', ['input', 'demandId'])]);
    const refused = input.status === 'MET' ? answerFault(context, demand, input) : null;
    const findings = [...(refused ? [refused] : []), ...textFaults(input)];
    if (findings.length > 0) throw new Refusal(findings);
    const { status, document, channel, outcome } = input;
    await context.transaction.query(settleDemand, [demand.id, status, document, channel, outcome, new Date(context.now.epochMilliseconds)]);
    tell(context, application, demand.id, demand.kind, status);
    return { applicationId: application.id, demandId: demand.id };
  },
});

/** Why an answer does not meet a demand; what is accepted comes from the lender's rules. */
function answerFault(context: CommandContext, { kind }: DemandRecord, { document, channel, outcome }: CloseDemand): Finding | null {
  const resolved = rulesToday(context);
  const among = (accepted: BoundParameter<'CODES'> | null, given: string | null, code: string, field: string) =>
    accepted &&
    uphold(
      accepted.citations,
      given !== null && accepted.value.includes(given),
      code,
      { [field]: given, accepted: accepted.value.join(', ') },
      { path: ['input', field] },
    );
  switch (kind) {
    case 'SELFIE_PASSPORT':
      return among(rules.read(resolved, 'demand.selfie.documents'), document, 'RU_MFO_SELFIE_MISSING', 'document');
    case 'EXTRA_DOCUMENT':
      return among(rules.read(resolved, 'demand.extra.documents'), document, 'RU_MFO_DOCUMENT_KIND_NOT_ALLOWED', 'document');
    case 'INCOME_PROOF':
      return among(rules.read(resolved, 'demand.income.documents'), document, 'RU_MFO_DOCUMENT_KIND_NOT_ALLOWED', 'document');
    case 'QUESTIONS':
      return among(rules.read(resolved, 'demand.questions.channels'), channel, 'RU_MFO_CHANNEL_NOT_ALLOWED', 'channel');
    case 'OTHER':
      return outcome?.trim() ? null : formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'outcome'], { field: 'outcome' });
  }
}

function tell(context: CommandContext, application: ApplicationRecord, demandId: string, kind: DemandKind, status: DemandStatus): void {
  context.emit({
    type: 'RuMfoDemandChanged',
    subject: { type: 'Application', id: application.id },
    applicationId: application.id,
    clientId: application.clientId,
    plugin: PLUGIN,
    payload: { applicationId: application.id, ruMfoDemandId: demandId, kind, status },
  });
}
