import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { lockAccount, requireOperation } from '../accounts';
import { cite } from '../cite';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { OPERATION_EVENT, proveOperation } from '../identification/operation-evidence';
import { sha256 } from '../identification/xml';
import { PLUGIN } from '../ids';
import { momentOf, refuse } from '../judge';
import { nextNumber } from '../numbering';
import { tellResult } from '../results';
import { openText, sealText, textFault } from '../sealed-text';
import { attachmentFinding } from '../uploads';
import { usageFindings } from '../usage';
import { type Confirmation, confirmPetition } from './confirm-petition';
import { PetitionEntity } from './petition.entity';
import { lockPetition, movePetition, type PetitionRecord, petitionPlace, receivePetition } from './petition.record';
import { nextPetitionStatuses, type PetitionStatus, type PetitionSubject, serviceOf } from './petition-status';

const PETITION_EVENTS = ['ByLeasingPetitionStatusChanged'];
/** Ходатайство. */
const SERIES = 'Х';

export interface PetitionResult extends CommandResult {
  readonly petitionId?: string;
}

export interface WritePetition {
  readonly clientId: string;
  readonly subject: PetitionSubject;
  readonly contractNumber: string | null;
  readonly text: string;
  readonly fileIds: readonly string[];
}

/** A client writes what it asks for; it is sent by `sendPetition`. */
export const writePetition = defineCommand<WritePetition, PetitionResult>({
  name: 'byLeasingWritePetition',
  plugin: PLUGIN,
  emits: ACCOUNT_EVENTS,
  async run({ clientId, subject, contractNumber, text, fileIds }, context) {
    const account = await lockAccount(context, clientId);
    const often = await usageFindings(context, account, serviceOf(subject));
    if (often.length > 0) return { findings: often };
    refuse(textFault('text', text), await attachmentFinding(context, clientId, fileIds));
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(PetitionEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      number: null,
      subject,
      contractNumber,
      textEnc: sealText(context, petitionPlace(id, 'text_enc'), text),
      fileIds: [...fileIds],
      status: 'DRAFT',
      draftedAt: momentOf(context),
      receivedAt: null,
      identificationId: null,
      statusChangedAt: momentOf(context),
      answerEnc: null,
      answeredAt: null,
    });
    return { petitionId: id };
  },
});

export interface SendPetition extends Confirmation {
  readonly clientId: string;
  readonly petitionId: string;
}

/** A written petition is sent by an authentication of its own: it gets its number, its moment of receipt and its status. */
export const sendPetition = defineCommand<SendPetition, PetitionResult>({
  name: 'byLeasingSendPetition',
  plugin: PLUGIN,
  emits: [...PETITION_EVENTS, ...ACCOUNT_EVENTS, OPERATION_EVENT],
  async run({ clientId, petitionId, ...confirmation }, context) {
    const account = await lockAccount(context, clientId);
    const petition = await locked(context, petitionId, 'RECEIVED');
    const { stepUp, identificationId } = await confirmPetition(context, account, petition, confirmation);
    const service = serviceOf(petition.subject);
    // Another operation than those the agreement names is offered as they are: enabled, authenticated and recorded in the same way.
    if (service === 'REQUEST_CERTIFICATE') enforce(cite('by-leasing/3.13.9'));
    const findings = await requireOperation(context, account, { service, reference: petition.id, stepUp });
    // Returned, not thrown: what was refused stays recorded.
    if (findings.length > 0) return { petitionId, findings };
    const number = await nextNumber(context, SERIES);
    await context.transaction.query(receivePetition, [petition.id, number, momentOf(context), identificationId]);
    const text = openText(context, petitionPlace(petition.id, 'text_enc'), petition.textEnc);
    await proveOperation(context, account, {
      type: 'ByLeasingPetition',
      id: petition.id,
      name: service,
      factors: stepUp!.factors,
      textSha256: sha256(text).toString('hex'),
    });
    context.audit({ petition: petition.id, service, stepUp: stepUp!.id });
    tell(context, petition, 'DRAFT', 'RECEIVED', enforce(cite('by-leasing/3.13.8')));
    return { petitionId };
  },
});

export interface ProcessPetition {
  readonly petitionId: string;
  readonly status: 'IN_REVIEW' | 'GRANTED' | 'REFUSED';
  /** Asked of an answer. */
  readonly answer: string | null;
}

/** What a client reads of each step; it goes by SMS too. */
const sentences: Readonly<Record<Exclude<PetitionStatus, 'DRAFT' | 'RECEIVED' | 'WITHDRAWN'>, string>> = {
  IN_REVIEW: 'принято к рассмотрению.',
  GRANTED: 'удовлетворено. Ответ — в личном кабинете.',
  REFUSED: 'отклонено. Ответ — в личном кабинете.',
};

/** An officer takes a petition up or answers it; the client is told. */
export const processPetition = defineCommand<ProcessPetition, PetitionResult>({
  name: 'byLeasingProcessPetition',
  plugin: PLUGIN,
  emits: PETITION_EVENTS,
  async run({ petitionId, status, answer }, context) {
    const petition = await locked(context, petitionId, status);
    const answers = status !== 'IN_REVIEW';
    refuse(answers ? textFault('answer', answer) : null);
    await move(context, petition, status, answers ? answer : null);
    const { clientId, number } = petition;
    await tellResult(context, { clientId, name: `Ходатайство ${number}`, result: status, sentence: sentences[status] });
    return { petitionId };
  },
});

/** The client takes a petition back before it is answered. */
export const withdrawPetition = defineCommand<{ readonly petitionId: string }, PetitionResult>({
  name: 'byLeasingWithdrawPetition',
  plugin: PLUGIN,
  emits: PETITION_EVENTS,
  async run({ petitionId }, context) {
    refuse(context.caller.clientId === null ? formFinding('CLIENT_SESSION_REQUIRED', ['petitionId']) : null);
    await move(context, await locked(context, petitionId, 'WITHDRAWN'), 'WITHDRAWN', null);
    return { petitionId };
  },
});

async function locked(context: CommandContext, petitionId: string, to: PetitionStatus): Promise<PetitionRecord> {
  const [petition] = await context.transaction.query(lockPetition, [petitionId]);
  if (!petition) throw new Refusal([formFinding('BY_LEASING_PETITION_NOT_FOUND', ['input', 'petitionId'])]);
  if (!nextPetitionStatuses[petition.status].includes(to))
    throw new Refusal([formFinding('BY_LEASING_PETITION_CLOSED', ['input', 'petitionId'], { status: petition.status })]);
  return petition;
}

async function move(context: CommandContext, petition: PetitionRecord, to: PetitionStatus, answer: string | null): Promise<void> {
  const sealed = answer === null ? null : sealText(context, petitionPlace(petition.id, 'answer_enc'), answer);
  await context.transaction.query(movePetition, [petition.id, to, momentOf(context), sealed]);
  tell(context, petition, petition.status, to);
}

function tell(
  context: CommandContext,
  { id, clientId }: Pick<PetitionRecord, 'id' | 'clientId'>,
  from: PetitionStatus | null,
  to: PetitionStatus,
  clause?: string,
): void {
  context.emit({
    type: 'ByLeasingPetitionStatusChanged',
    subject: { type: 'ByLeasingPetition', id },
    clientId,
    plugin: PLUGIN,
    ...(clause ? { clause } : {}),
    payload: { byLeasingPetitionId: id, from, to },
  });
}
