import { Temporal } from 'temporal-polyfill';
import { calendarOf, dayOf, lastMomentOf } from '../../../modules/calendar';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { fieldCipherPort, uuidv7 } from '../../../modules/database';
import { DEADLINE_EVENTS, meetDeadline, startDeadline } from '../../../modules/deadlines';
import { notify } from '../../../modules/notifications';
import { type Finding, findingOf, formFinding, type ResolvedRules, uphold } from '../../../modules/rules';
import { DATA_REQUEST, PLUGIN } from '../ids';
import { readImages } from '../images/image.record';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { stepFields } from '../registration/step-fields';
import { rules } from '../rule-set';
import { textFaults } from '../texts';
import { DataRequestEntity } from './data-request.entity';
import { closeRequest, type DataRequestRecord, descriptionAad, lockRequest } from './data-request.record';
import type { RequestPurpose, RequestStatus, RequestSubject } from './request-state';
import { inService } from './service';

export interface OpenDataRequest {
  readonly clientId: string;
  readonly purpose: RequestPurpose;
  readonly subjects: readonly RequestSubject[];
  readonly description: string;
}

export interface CloseDataRequest {
  readonly requestId: string;
  readonly status: Exclude<RequestStatus, 'OPEN'>;
  /** By which way the answer came. */
  readonly channel: string | null;
  /** What proved false, as `STEP.field`. */
  readonly falseFields: readonly string[];
}

export interface DataRequestResult extends CommandResult {
  readonly clientId?: string;
  readonly requestId?: string;
}

/** An officer demands data or documents. In service the client has the days of the lender's rules from the receipt, which is the cabinet's. */
export const openDataRequest = defineCommand<OpenDataRequest, DataRequestResult>({
  name: 'ruMfoOpenDataRequest',
  plugin: PLUGIN,
  emits: [...DEADLINE_EVENTS, 'RuMfoDataRequestChanged'],
  async run({ clientId, purpose, subjects, description }, context) {
    await lockClient(context, clientId);
    const resolved = rulesToday(context);
    const service = purpose === 'SERVICE';
    const findings = [
      description.trim() ? null : formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'description'], { field: 'description' }),
      service && !(await inService(context, clientId)) ? formFinding('RU_MFO_NOT_IN_SERVICE', ['input', 'purpose']) : null,
      subjectFinding(resolved, subjects),
      ...textFaults({ description }),
    ].filter((finding) => finding !== null);
    if (findings.length > 0) throw new Refusal(findings);

    const id = uuidv7(context.now.epochMilliseconds);
    const days = purpose === 'VERIFICATION' ? null : rules.read(resolved, 'request.within');
    const dueAt =
      days &&
      lastMomentOf(calendarOf(context.extensions, context.lender.country).addWorkingDays(context.today, days.value), context.lender.zone);
    await context.transaction.insert(DataRequestEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      purpose,
      subjects: [...subjects],
      descriptionEnc: context.ports.get(fieldCipherPort).encrypt(description, descriptionAad(context.lender.id, id)),
      status: 'OPEN',
      openedBy: `${context.caller.kind}:${context.caller.subject}`,
      receivedAt: new Date(context.now.epochMilliseconds),
      dueAt: dueAt && new Date(dueAt.epochMilliseconds),
      falseFields: [],
    });
    if (days && dueAt)
      await startDeadline(context, {
        kind: DATA_REQUEST,
        subject: { type: 'RuMfoDataRequest', id },
        clientId,
        dueAt,
        clause: days.citations[0]!.clause,
        ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
      });
    const [kept] = purpose === 'VERIFICATION' ? perform(context.lender.code, 'verification.kept') : [];
    const clause = kept ?? days?.citations[0]?.clause;
    await notify(context, { clientId, channel: 'CABINET', kind: 'DATA_REQUEST', text: description, ...(clause ? { clause } : {}) });
    tell(context, clientId, id, purpose, 'OPEN');
    return { clientId, requestId: id, findings: [] };
  },
});

/** An officer closes a demand: answered in one of the accepted ways and with a copy of the document, or proved false, or withdrawn. */
export const closeDataRequest = defineCommand<CloseDataRequest, DataRequestResult>({
  name: 'ruMfoCloseDataRequest',
  plugin: PLUGIN,
  emits: [...DEADLINE_EVENTS, 'RuMfoDataRequestChanged'],
  async run({ requestId, status, channel, falseFields }, context) {
    const [request] = await context.transaction.query(lockRequest, [requestId]);
    if (request?.status !== 'OPEN') throw new Refusal([formFinding('RU_MFO_DATA_REQUEST_NOT_FOUND', ['input', 'requestId'])]);
    const resolved = rulesToday(context);
    const findings = [
      ...(status === 'ANSWERED' ? await answerFindings(context, resolved, request, channel) : []),
      ...((status === 'FALSE') === falseFields.length > 0 && falseFields.every(isField)
        ? []
        : [formFinding('RU_MFO_FIELD_INVALID', ['input', 'falseFields'], { field: 'falseFields' })]),
    ];
    if (findings.length > 0) throw new Refusal(findings);
    if (request.purpose === 'VERIFICATION') perform(context.lender.code, 'verification.kept');
    const at = new Date(context.now.epochMilliseconds);
    await context.transaction.query(closeRequest, [request.id, status, channel, [...falseFields], at]);
    const late = await meetDeadline(context, { kind: DATA_REQUEST, subject: { type: 'RuMfoDataRequest', id: request.id } });
    tell(context, request.clientId, request.id, request.purpose, status);
    return { clientId: request.clientId, requestId: request.id, findings: late === 'LATE' ? [lateness(context, resolved, request)] : [] };
  },
});

function subjectFinding(resolved: ResolvedRules, subjects: readonly RequestSubject[]): Finding | null {
  const accepted = rules.read(resolved, 'request.subjects');
  const path = ['input', 'subjects'];
  if (subjects.length === 0) return formFinding('RU_MFO_FIELD_REQUIRED', path, { field: 'subjects' });
  if (!accepted) return null;
  const holds = subjects.every((subject) => accepted.value.includes(subject));
  return uphold(accepted.citations, holds, 'RU_MFO_DATA_REQUEST_SUBJECT', { accepted: accepted.value.join(', ') }, { path });
}

async function answerFindings(
  context: CommandContext,
  resolved: ResolvedRules,
  request: DataRequestRecord,
  channel: string | null,
): Promise<Finding[]> {
  const channels = request.purpose === 'VERIFICATION' ? null : rules.read(resolved, 'request.channels');
  if (!channels) return [];
  const accepted = { channel: channel ?? '—', accepted: channels.value.join(', ') };
  const came = channel !== null && channels.value.includes(channel);
  const images = await context.transaction.query(readImages, [[request.clientId]]);
  const copy = images.some(({ requestId, kind }) => requestId === request.id && kind === 'ID_DOCUMENT');
  return [
    uphold(channels.citations, came, 'RU_MFO_IMAGE_CHANNEL_NOT_ALLOWED', accepted, { path: ['input', 'channel'] }),
    uphold(channels.citations, copy, 'RU_MFO_ID_DOCUMENT_MISSING', { missing: 'ID_DOCUMENT' }, { path: ['input', 'requestId'] }),
  ].filter((finding) => finding !== null);
}

/** An answer after its day is taken and told to be late. */
function lateness(context: CommandContext, resolved: ResolvedRules, { dueAt }: DataRequestRecord): Finding {
  const days = rules.read(resolved, 'request.within');
  const dueOn = dayOf(Temporal.Instant.fromEpochMilliseconds(dueAt!.getTime()), context.lender.zone).toString();
  return findingOf('RU_MFO_CLIENT_DATA_REQUEST_OVERDUE', days?.citations ?? [], { dueOn }, { severity: 'WARNING' });
}

/** `STEP.field`, of the steps that hold data. */
const isField = (name: string): boolean => {
  const [step, field, ...rest] = name.split('.');
  return step! in stepFields && /^[a-z][A-Za-z]{1,40}$/.test(field ?? '') && rest.length === 0;
};

function tell(context: CommandContext, clientId: string, requestId: string, purpose: RequestPurpose, status: RequestStatus): void {
  context.emit({
    type: 'RuMfoDataRequestChanged',
    subject: { type: 'Client', id: clientId },
    clientId,
    plugin: PLUGIN,
    payload: { clientId, ruMfoDataRequestId: requestId, purpose, status },
  });
}
