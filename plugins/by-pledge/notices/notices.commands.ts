import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../../../modules/calendar';
import { readClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { refuse, rulesOfPledge } from '../command-support/judging';
import { momentOf, pastDay } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { seal } from '../command-support/seal';
import { dutiesOfNotice } from '../duties/duty.record';
import { dutyRules } from '../duties/duty-kinds';
import { startTerm } from '../duties/duty-terms';
import { PLUGIN } from '../ids';
import { lockPledge, type PledgeRecord, partiesByPledge, requireInForce } from '../pledge';
import { enforcementEvents, tellEnforcement } from '../pledge/course-events';
import { rules } from '../rules';
import { startAnswerTerm } from './answer-term';
import { NoticeDeliveryEntity } from './delivery.entity';
import { NoticeEntity } from './notice.entity';
import {
  deliveriesOfNotice,
  lockNoticeRow,
  type NoticeRecord,
  noticeById,
  setDelivery,
  setNoticeAnswered,
  setNoticeReceived,
} from './notice.record';
import { deemedReceivedOn, type NoticeKind, type NoticeWay, receiptFinding, receiptOf, rowOf, waysFinding, waysOf } from './notice-table';

export interface SendNotice {
  readonly pledgeId: string;
  readonly kind: NoticeKind;
  readonly sender: 'PLEDGOR' | 'PLEDGEE';
  readonly ways: readonly NoticeWay[];
  readonly text: string;
  /** ISO 8601; today unless said. */
  readonly sentOn?: string | null;
}

export interface NoticeResult extends CommandResult {
  readonly noticeId?: string;
}

/** Records a notice that one party sends to the other, by each of its ways. */
export const sendNotice = defineCommand<SendNotice, NoticeResult>({
  name: 'byPledgeSendNotice',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run(input, context) {
    const { pledge } = await lockPledge(context, input.pledgeId);
    requireInForce(pledge);
    return { noticeId: (await writeNotice(context, pledge, input)).id };
  },
});

/**
 * Writes a notice of a locked pledge, to each who is party on the pledgor's side; answers when it is received, where its way says so.
 * @throws Refusal BY_PLEDGE_NOTICE_CHANNEL_NOT_ALLOWED, BY_PLEDGE_NOTICE_ADDRESS_UNKNOWN
 */
export async function writeNotice(
  context: CommandContext,
  pledge: PledgeRecord,
  { kind, sender, ways: given, text, sentOn }: Omit<SendNotice, 'pledgeId'>,
): Promise<{ readonly id: string; readonly receivedOn: string | null }> {
  const resolved = rulesOfPledge(context, pledge);
  const ways = [...new Set(given)];
  refuse(waysFinding(kind, ways, resolved));
  const sent = pastDay(context, sentOn ?? context.today.toString(), 'sentOn');
  const id = newId(context);
  const deliveries = [];
  for (const [partyClientId, way] of await recipientsOf(context, pledge, sender, ways)) {
    const deliveryId = newId(context);
    const address = await addressOf(context, { pledge, partyClientId }, sender, way);
    const row = kind === 'CLAIM' && way === 'EMAIL_SCAN' ? [] : [rowOf(kind, way)];
    refuse(row.length > 0 ? uphold(row, address !== null, 'BY_PLEDGE_NOTICE_ADDRESS_UNKNOWN', { way }) : missing(address, way));
    const received = deemedReceivedOn(kind, way, { sentOn: sent }, resolved);
    deliveries.push({
      lenderId: context.lender.id,
      id: deliveryId,
      noticeId: id,
      clientId: pledge.clientId,
      partyClientId,
      way,
      addressEnc: seal(context, 'notice_delivery', deliveryId, 'address_enc', address!),
      counts: waysOf(kind, resolved).includes(way),
      sentOn: sent.toString(),
      receivedOn: received?.toString() ?? null,
    });
  }
  const receivedOn = receiptOf(deliveries);
  await context.transaction.insert(NoticeEntity, {
    ...pledgeRow(context, pledge, id),
    kind,
    sender,
    textEnc: seal(context, 'notice', id, 'text_enc', text),
    receivedOn,
    answeredOn: null,
    createdAt: momentOf(context),
  });
  for (const delivery of deliveries) await context.transaction.insert(NoticeDeliveryEntity, delivery);
  tellEnforcement(context, pledge, { type: 'ByPledgeNotice', id }, { kind, what: 'SENT', on: sent.toString() });
  return { id, receivedOn };
}

/** Who gets a notice, by which ways: each of several co-pledgors, jointly liable, by all of them; the lender once. */
async function recipientsOf(context: CommandContext, pledge: PledgeRecord, sender: SendNotice['sender'], ways: readonly NoticeWay[]) {
  const parties = await context.transaction.query(partiesByPledge.statement, [[pledge.id]]);
  const present = parties.filter(({ until }) => until === null).map(({ clientId }) => clientId);
  const persons = sender === 'PLEDGOR' ? [pledge.clientId] : present;
  if (persons.length > 1) enforce(cite('by-pledge/5.13'));
  return persons.flatMap((person) => ways.map((way) => [person, way] as const));
}

export interface RecordReceipt {
  readonly noticeId: string;
  readonly way: NoticeWay;
  /** Whose delivery, where several co-pledgors were sent one. */
  readonly partyClientId?: string | null;
  readonly firstAttemptOn?: string | null;
  readonly deliveredOn?: string | null;
  /** The moment of the signature in the lender's office, ISO 8601. */
  readonly signedAt?: string | null;
}

/** Records what became of one delivery; whatever waits for the notice begins with the day on which it is deemed received. */
export const recordReceipt = defineCommand<RecordReceipt, NoticeResult>({
  name: 'byPledgeRecordReceipt',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ noticeId, way, partyClientId, ...told }, context) {
    const { notice, pledge } = await lockNotice(context, noticeId);
    const deliveries = await context.transaction.query(deliveriesOfNotice, [noticeId]);
    const candidates = deliveries.filter((one) => one.way === way && (partyClientId == null || one.partyClientId === partyClientId));
    const [delivery] = candidates;
    if (!delivery) throw new Refusal([formFinding('BY_PLEDGE_NOTICE_NOT_FOUND', ['input', 'way'])]);
    if (candidates.length > 1) throw new Refusal([formFinding('BY_PLEDGE_NOTICE_PARTY_UNCLEAR', ['input', 'partyId'], { way })]);
    const firstAttemptOn = told.firstAttemptOn ?? delivery.firstAttemptOn;
    const deliveredOn = told.deliveredOn ?? delivery.deliveredOn;
    const signedAt = told.signedAt ? new Date(told.signedAt) : delivery.signedAt;
    const day = (text: string | null, field: string) => (text ? pastDay(context, text, field) : null);
    const received = deemedReceivedOn(
      notice.kind,
      way,
      {
        sentOn: Temporal.PlainDate.from(delivery.sentOn),
        firstAttemptOn: day(firstAttemptOn, 'firstAttemptOn'),
        deliveredOn: day(deliveredOn, 'deliveredOn'),
        signedOn: signedAt ? dayOf(Temporal.Instant.fromEpochMilliseconds(signedAt.getTime()), context.lender.zone) : null,
      },
      rulesOfPledge(context, pledge),
    );
    // A courtesy copy proves nothing and moves nothing.
    if (delivery.counts) refuse(receiptFinding(notice.kind, way, received, received ?? context.today));
    const receivedOn = received?.toString() ?? null;
    await context.transaction.query(setDelivery, [delivery.id, firstAttemptOn, deliveredOn, signedAt, receivedOn]);
    const first = receiptOf(deliveries.map((one) => (one.id === delivery.id ? { ...one, receivedOn } : one)));
    await context.transaction.query(setNoticeReceived, [noticeId, first]);
    if (first === null) return { noticeId };
    for (const duty of await context.transaction.query(dutiesOfNotice, [noticeId])) {
      enforce(dutyRules[duty.kind].clause);
      await startTerm(context, pledge, duty, Temporal.PlainDate.from(first));
    }
    if (notice.kind === 'CLAIM') await startAnswerTerm(context, pledge, notice, Temporal.PlainDate.from(first));
    tellEnforcement(context, pledge, { type: 'ByPledgeNotice', id: noticeId }, { kind: notice.kind, what: 'RECEIVED', on: first });
    return { noticeId };
  },
});

export interface AnswerClaim {
  readonly noticeId: string;
  /** ISO 8601. */
  readonly on: string;
}

/** Records the borrower's answer to a claim. */
export const answerClaim = defineCommand<AnswerClaim, NoticeResult>({
  name: 'byPledgeAnswerClaim',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ noticeId, on }, context) {
    const { notice, pledge } = await lockNotice(context, noticeId);
    if (notice.kind !== 'CLAIM') throw new Refusal([formFinding('BY_PLEDGE_NOTICE_NOT_FOUND', ['input', 'noticeId'])]);
    const day = pastDay(context, on, 'on').toString();
    await context.transaction.query(setNoticeAnswered, [noticeId, day]);
    tellEnforcement(context, pledge, { type: 'ByPledgeNotice', id: noticeId }, { kind: notice.kind, what: 'ANSWERED', on: day });
    return { noticeId };
  },
});

/** @throws Refusal BY_PLEDGE_NOTICE_NOT_FOUND */
async function lockNotice(context: CommandContext, id: string): Promise<{ readonly notice: NoticeRecord; readonly pledge: PledgeRecord }> {
  const [found] = await context.transaction.query(noticeById.statement, [[id]]);
  if (!found) throw new Refusal([formFinding('BY_PLEDGE_NOTICE_NOT_FOUND', ['input', 'noticeId'])]);
  const { pledge } = await lockPledge(context, found.pledgeId);
  const [notice] = await context.transaction.query(lockNoticeRow, [id]);
  return { notice: notice!, pledge };
}

/** Where a notice goes: the questionnaire's mailbox and registered residence of a person, the agreed addresses of the lender. */
async function addressOf(
  context: CommandContext,
  { pledge, partyClientId }: { readonly pledge: PledgeRecord; readonly partyClientId: string },
  sender: SendNotice['sender'],
  way: NoticeWay,
): Promise<string | null> {
  const resolved = rulesOfPledge(context, pledge);
  if (way === 'OFFICE') return rules.read(resolved, 'notice.office')?.value ?? null;
  if (sender === 'PLEDGOR')
    return way === 'EMAIL_SCAN' ? (rules.read(resolved, 'notice.lenderEmail')?.value ?? null) : (context.lender.details.address ?? null);
  const { email, profile } = await readClient(context, partyClientId);
  if (way === 'EMAIL_SCAN') return email;
  return profile.addresses?.find(({ kind }) => kind === 'RESIDENCE')?.text ?? null;
}

const missing = (address: string | null, way: NoticeWay) =>
  address === null ? formFinding('BY_PLEDGE_NOTICE_ADDRESS_UNKNOWN', ['input', 'ways'], { way }) : null;
