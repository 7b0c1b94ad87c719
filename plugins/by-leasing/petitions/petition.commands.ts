import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { enforce, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf, refuse } from '../judge';
import { nextNumber } from '../numbering';
import { tellResult } from '../results';
import { sealText, textFault } from '../sealed-text';
import { attachmentFinding } from '../uploads';
import { PetitionEntity } from './petition.entity';
import { lockPetition, movePetition, type PetitionRecord, petitionPlace } from './petition.record';
import { nextPetitionStatuses, type PetitionStatus, type PetitionSubject } from './petition-status';

const PETITION_EVENTS = ['ByLeasingPetitionStatusChanged'];
/** Ходатайство. */
const SERIES = 'Х';

export interface PetitionResult extends CommandResult {
  readonly petitionId?: string;
}

export interface FilePetition {
  readonly clientId: string;
  readonly subject: PetitionSubject;
  readonly contractNumber: string | null;
  readonly text: string;
  readonly fileIds: readonly string[];
}

/** A client asks for something: the petition gets its number, its moment of receipt and its status. */
export const filePetition = defineCommand<FilePetition, PetitionResult>({
  name: 'byLeasingFilePetition',
  plugin: PLUGIN,
  emits: PETITION_EVENTS,
  async run({ clientId, subject, contractNumber, text, fileIds }, context) {
    await lockClient(context, clientId);
    refuse(textFault('text', text), await attachmentFinding(context, clientId, fileIds));
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(PetitionEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      number: await nextNumber(context, SERIES),
      subject,
      contractNumber,
      textEnc: sealText(context, petitionPlace(id, 'text_enc'), text),
      fileIds: [...fileIds],
      status: 'RECEIVED',
      receivedAt: momentOf(context),
      statusChangedAt: momentOf(context),
      answerEnc: null,
      answeredAt: null,
    });
    tell(context, { id, clientId }, null, 'RECEIVED', enforce(cite('by-leasing/3.13.8')));
    return { petitionId: id };
  },
});

export interface ProcessPetition {
  readonly petitionId: string;
  readonly status: 'IN_REVIEW' | 'GRANTED' | 'REFUSED';
  /** Asked of an answer. */
  readonly answer: string | null;
}

/** What a client reads of each step; it goes by SMS too. */
const sentences: Readonly<Record<Exclude<PetitionStatus, 'RECEIVED' | 'WITHDRAWN'>, string>> = {
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
