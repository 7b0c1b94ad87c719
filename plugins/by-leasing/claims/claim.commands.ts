import { Temporal } from 'temporal-polyfill';
import { calendarOf, lastMomentOf } from '../../../modules/calendar';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { DEADLINE_EVENTS, type DeadlineKind, type DeadlineResult, meetDeadline, startDeadline } from '../../../modules/deadlines';
import { notify } from '../../../modules/notifications';
import { enforce, type Finding, findingOf, formFinding, uphold } from '../../../modules/rules';
import { cabinetFindings } from '../cabinet-operation';
import { cite } from '../cite';
import { subjectOfDeadline } from '../deadline-subject';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { CLAIM_ANSWER, PLUGIN } from '../ids';
import { momentOf, refuse, rulesToday, whoOf } from '../judge';
import { nextNumber } from '../numbering';
import { tellResult } from '../results';
import { rules } from '../rules';
import { sealText, textFault } from '../sealed-text';
import { MISSED_DUTY_EVENTS, recordMissedDuty } from '../service-levels';
import { attachmentFinding } from '../uploads';
import { ClaimEntity } from './claim.entity';
import { type ClaimRecord, claimPlace, lockClaim, setAnswered, setDeemedAccepted } from './claim.record';
import type { ClaimAnswer, ClaimSender, ClaimState } from './claim-state';

const CLAIM_EVENTS = ['ByLeasingClaimChanged'];
/** Претензия. */
const SERIES = 'П';

export interface ClaimResult extends CommandResult {
  readonly claimId?: string;
}

export interface FileClaim {
  readonly clientId: string;
  readonly sender: ClaimSender;
  readonly contractNumber: string | null;
  readonly text: string;
  readonly fileIds: readonly string[];
  /** Where it came on paper: the day of its receipt. Null: it is received now, in the cabinet. */
  readonly receivedOn: Temporal.PlainDate | null;
}

/** One party sends the other a claim. Its answer is due ten working days after the receipt; the day of receipt does not count. */
export const fileClaim = defineCommand<FileClaim, ClaimResult>({
  name: 'byLeasingFileClaim',
  plugin: PLUGIN,
  emits: [...CLAIM_EVENTS, ...DEADLINE_EVENTS, ...ACCOUNT_EVENTS],
  async run({ clientId, sender, contractNumber, text, fileIds, receivedOn }, context) {
    const refused = await cabinetFindings(context, clientId, 'CLAIM');
    if (refused.length > 0) return { findings: refused };
    const day = receivedOn ?? context.today;
    refuse(
      textFault('text', text),
      await attachmentFinding(context, clientId, fileIds),
      Temporal.PlainDate.compare(day, context.today) > 0 ? formFinding('BY_LEASING_MOMENT_IN_FUTURE', ['input', 'receivedOn']) : null,
    );
    const resolved = rulesToday(context);
    const within = rules.read(resolved, 'claim.answer');
    if (!within) throw new Refusal(resolved.finding ? [resolved.finding] : []);
    const dueOn = calendarOf(context.extensions, context.lender.country).addWorkingDays(day, within.value);
    const id = uuidv7(context.now.epochMilliseconds);
    const number = await nextNumber(context, SERIES);
    await context.transaction.insert(ClaimEntity, {
      lenderId: context.lender.id,
      id,
      clientId,
      number,
      sender,
      contractNumber,
      textEnc: sealText(context, claimPlace(id, 'text_enc'), text),
      fileIds: [...fileIds],
      state: 'RECEIVED',
      receivedOn: day.toString(),
      answerDueOn: dueOn.toString(),
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
      answer: null,
      answerEnc: null,
      answeredAt: null,
    });
    await startDeadline(context, {
      kind: CLAIM_ANSWER,
      subject: { type: 'ByLeasingClaim', id },
      clientId,
      dueAt: lastMomentOf(dueOn, context.lender.zone),
      clause: within.citations[0]!.clause,
      ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
    });
    const clause = enforce(cite('by-leasing/12.5/p3/claim'));
    if (sender === 'LENDER') {
      const sentence = `Претензия ${number} — в личном кабинете. Ответьте до ${dueOn} включительно: молчание означает согласие с ней.`;
      const notice = { clientId, kind: 'BY_LEASING_CLAIM', text: sentence, clause };
      await notify(context, { ...notice, channel: 'CABINET' });
      await notify(context, { ...notice, channel: 'SMS' });
    }
    tell(context, { id, clientId }, 'RECEIVED', clause);
    return { claimId: id };
  },
});

export interface AnswerClaim {
  readonly claimId: string;
  readonly answer: ClaimAnswer;
  /** Reasons, without which nothing is objected to; what is accepted needs none. */
  readonly text: string | null;
}

/** The party that received a claim answers it: the client its lender's, the lender the client's. Too late changes nothing. */
export const answerClaim = defineCommand<AnswerClaim, ClaimResult>({
  name: 'byLeasingAnswerClaim',
  plugin: PLUGIN,
  emits: [...CLAIM_EVENTS, ...DEADLINE_EVENTS, ...MISSED_DUTY_EVENTS],
  async run({ claimId, answer, text }, context) {
    const [claim] = await context.transaction.query(lockClaim, [claimId]);
    const receiver = context.caller.clientId ? 'CLIENT' : 'LENDER';
    if (!claim || claim.sender === receiver)
      throw new Refusal([formFinding(claim ? 'BY_LEASING_CLAIM_OWN' : 'BY_LEASING_CLAIM_NOT_FOUND', ['input', 'claimId'])]);
    if (claim.state === 'ANSWERED') throw new Refusal([formFinding('BY_LEASING_CLAIM_ANSWERED_ALREADY', ['input', 'claimId'])]);
    // The clock may not have been looked at yet: the day counts, not the job.
    const late = claim.state === 'DEEMED_ACCEPTED' || context.today.toString() > claim.answerDueOn;
    if (late) throw new Refusal([overdue(context, claim)]);
    const objects = answer !== 'ACCEPTED';
    refuse(
      objects
        ? uphold(
            cite('by-leasing/12.5/p3/deemed-accepted'),
            !textFault('text', text),
            'BY_LEASING_CLAIM_OBJECTION_UNREASONED',
            {},
            {
              path: ['input', 'text'],
            },
          )
        : null,
    );
    const sealed = text?.trim() ? sealText(context, claimPlace(claim.id, 'answer_enc'), text) : null;
    await context.transaction.query(setAnswered, [claim.id, answer, sealed, momentOf(context)]);
    await meetDeadline(context, { kind: CLAIM_ANSWER, subject: { type: 'ByLeasingClaim', id: claim.id } });
    tell(context, claim, 'ANSWERED', enforce(cite('by-leasing/12.5/p3/answer')));
    if (claim.sender === 'CLIENT')
      await tellResult(context, {
        clientId: claim.clientId,
        name: `Претензия ${claim.number}`,
        result: answer,
        sentence: 'рассмотрена. Ответ — в личном кабинете.',
      });
    return { claimId };
  },
});

function overdue(context: CommandContext, { answerDueOn }: ClaimRecord): Finding {
  const within = rules.read(rulesToday(context), 'claim.answer');
  const facts = { days: within?.value ?? null, dueOn: answerDueOn };
  return findingOf('BY_LEASING_CLAIM_ANSWER_OVERDUE', within?.citations ?? [], facts, { path: ['input', 'claimId'] });
}

/** The last day passed without an answer: the claim counts as accepted. */
export const claimAnswerDeadline: DeadlineKind = {
  kind: CLAIM_ANSWER,
  plugin: PLUGIN,
  description: { en: 'Answer to a claim', ru: 'Ответ на претензию', be: 'Адказ на прэтэнзію' },
  clause: 'by-leasing/12.5/p3/answer',
  onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${CLAIM_ANSWER}`,
    emits: [...CLAIM_EVENTS, ...MISSED_DUTY_EVENTS],
    async run({ deadlineId }, context) {
      const id = await subjectOfDeadline(context, deadlineId);
      const [claim] = id ? await context.transaction.query(lockClaim, [id]) : [];
      if (claim?.state !== 'RECEIVED') return { outcome: 'CANCELLED' };
      await context.transaction.query(setDeemedAccepted, [claim.id]);
      tell(context, claim, 'DEEMED_ACCEPTED', enforce(cite('by-leasing/12.5/p3/deemed-accepted')));
      await recordMissedDuty(context, {
        clause: enforce(cite('by-leasing/12.5/p3/answer')),
        code: 'BY_LEASING_CLAIM_ANSWER_OVERDUE',
        subject: { type: 'ByLeasingClaim', id: claim.id },
        clientId: claim.clientId,
        beganAt: claim.recordedAt,
      });
      return { outcome: 'MISSED' };
    },
  }),
};

function tell(context: CommandContext, { id, clientId }: Pick<ClaimRecord, 'id' | 'clientId'>, state: ClaimState, clause: string): void {
  context.emit({
    type: 'ByLeasingClaimChanged',
    subject: { type: 'ByLeasingClaim', id },
    clientId,
    plugin: PLUGIN,
    clause,
    payload: { byLeasingClaimId: id, state },
  });
}
