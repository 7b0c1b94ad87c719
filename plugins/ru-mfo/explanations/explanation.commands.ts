import { lockApplication } from '../../../modules/applications';
import { lockClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { fieldCipherPort, uuidv7 } from '../../../modules/database';
import { notify } from '../../../modules/notifications';
import { blocks, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { cardNumberFault, textFaults } from '../texts';
import { ExplanationEntity } from './explanation.entity';
import { explanationAad, lockExplanation, setAnswered } from './explanation.record';
import type { Confirmation, ExplanationChannel, ResponsiblePost } from './explanation-kind';
import { ANSWER, EXPLAIN } from './validators';

export interface AskExplanation {
  readonly clientId: string;
  readonly applicationId: string | null;
  readonly channel: ExplanationChannel;
  readonly question: string;
  readonly ofLaw: boolean;
}

export interface AnswerExplanation {
  readonly explanationId: string;
  readonly answer: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly confirmed: readonly Confirmation[];
  readonly responsiblePost: ResponsiblePost | null;
  /** Account of the person who answers for it. */
  readonly responsiblePerson: string | null;
  /** Acts and articles, for a question of law. */
  readonly grounds: readonly string[];
}

export interface ExplanationResult extends CommandResult {
  readonly explanationId?: string;
}

const MAX_TEXT = 10_000;
/** Longer answers are several short messages to the provider, and no text to read on a phone. */
const MAX_SMS = 1_000;

/** A client, or an officer for one who phoned or wrote, asks for an explanation; at any stage. */
export const askExplanation = defineCommand<AskExplanation, ExplanationResult>({
  name: 'ruMfoAskExplanation',
  plugin: PLUGIN,
  emits: ['RuMfoExplanationChanged'],
  async run(input, context) {
    const application = input.applicationId ? await lockApplication(context, input.applicationId) : null;
    if (application && application.clientId !== input.clientId)
      throw new Refusal([formFinding('APPLICATION_NOT_FOUND', ['input', 'applicationId'])]);
    const client = await lockClient(context, input.clientId);
    requireText(input.question, 'question', MAX_TEXT);
    judge(context, EXPLAIN, { explanationChannel: [input.channel, 'QUESTIONNAIRE'] });
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(ExplanationEntity, {
      lenderId: context.lender.id,
      id,
      clientId: client.id,
      applicationId: input.applicationId,
      channel: input.channel,
      status: 'OPEN',
      ofLaw: input.ofLaw,
      questionEnc: context.ports.get(fieldCipherPort).encrypt(input.question, explanationAad(context.lender.id, id, 'question')),
      askedAt: new Date(context.now.epochMilliseconds),
      grounds: [],
      confirmed: [],
    });
    tell(context, client.id, id, 'OPEN');
    return { explanationId: id };
  },
});

/** The answer: who answers for it, in which language, what is confirmed of it; sent by the way in which it was asked, where that is a message. */
export const answerExplanation = defineCommand<AnswerExplanation, ExplanationResult>({
  name: 'ruMfoAnswerExplanation',
  plugin: PLUGIN,
  emits: ['RuMfoExplanationChanged'],
  async run(input, context) {
    const [asked] = await context.transaction.query(lockExplanation, [input.explanationId]);
    if (asked?.status !== 'OPEN') throw new Refusal([formFinding('RU_MFO_EXPLANATION_NOT_FOUND', ['input', 'explanationId'])]);
    // The answer itself may be longer and is looked at apart.
    const faults = textFaults({ language: input.language, responsiblePerson: input.responsiblePerson, grounds: input.grounds });
    if (faults.length > 0) throw new Refusal(faults);
    const person = input.responsiblePerson?.trim() || null;
    const reasoned = input.answer.trim() !== '' && input.grounds.some((ground) => ground.trim() !== '');
    judge(context, ANSWER, {
      explanationPersonNamed: [person !== null, 'QUESTIONNAIRE'],
      explanationResponsible: [input.responsiblePost, 'QUESTIONNAIRE'],
      explanationLanguage: [input.language, 'QUESTIONNAIRE'],
      explanationConfirmed: [input.confirmed, 'DECLARATION'],
      explanationOfLaw: [asked.ofLaw, 'QUESTIONNAIRE'],
      explanationReasoned: [reasoned, 'QUESTIONNAIRE'],
    });
    requireText(input.answer, 'answer', asked.channel === 'SMS' ? MAX_SMS : MAX_TEXT);
    if (person === null || input.responsiblePost === null)
      throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'responsiblePerson'], { field: 'responsiblePerson' })]);
    const ways = rules.read(rulesToday(context), 'explanation.channels');
    const clause = ways?.citations[0]?.clause;
    const notificationId =
      asked.channel === 'SMS'
        ? await notify(context, {
            clientId: asked.clientId,
            applicationId: asked.applicationId,
            channel: 'SMS',
            kind: 'EXPLANATION',
            text: input.answer,
            ...(clause ? { clause } : {}),
          })
        : null;
    await context.transaction.query(setAnswered, [
      asked.id,
      context.ports.get(fieldCipherPort).encrypt(input.answer, explanationAad(context.lender.id, asked.id, 'answer')),
      [...input.grounds],
      input.language,
      [...input.confirmed],
      input.responsiblePost,
      person,
      notificationId,
      new Date(context.now.epochMilliseconds),
    ]);
    context.audit({ explanation: asked.id, channel: asked.channel, post: input.responsiblePost });
    tell(context, asked.clientId, asked.id, 'ANSWERED');
    return { explanationId: asked.id };
  },
});

function requireText(text: string, field: string, max: number): void {
  if (!text.trim() || text.length > max) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', field], { field })]);
  const card = cardNumberFault(text, ['input', field]);
  if (card) throw new Refusal([card]);
}

function judge(context: CommandContext, stage: string, facts: Parameters<typeof rules.factSet>[0]): void {
  const resolved = rulesToday(context);
  const findings = toFindings(runValidators(resolved.validatorsAt(stage), rules.factSet(facts), resolved), resolved);
  if (findings.some(blocks)) throw new Refusal(findings);
}

function tell(context: CommandContext, clientId: string, explanationId: string, status: string): void {
  context.emit({
    type: 'RuMfoExplanationChanged',
    subject: { type: 'Client', id: clientId },
    clientId,
    plugin: PLUGIN,
    payload: { clientId, ruMfoExplanationId: explanationId, status },
  });
}
