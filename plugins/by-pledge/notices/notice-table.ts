import type { Temporal } from 'temporal-polyfill';
import { type Citation, type Finding, type ResolvedRules, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { rules } from '../rules';

/** Kinds of notices between the parties; the agreement's table knows claims, notices of sale and all others. */
export const noticeKinds = [
  'CLAIM',
  'SALE_NOTICE',
  'INFORMATION_REQUEST',
  'INSPECTION_REQUEST',
  'DEMAND',
  'DEFECT_CLAIM',
  'AGREEMENT',
  'OTHER',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Ways that a sender may try; the agreement's table says which count. */
export const noticeWays = ['REGISTERED_MAIL', 'ORDINARY_MAIL', 'EMAIL_SCAN', 'OFFICE', 'MESSENGER', 'TEXT_MESSAGE'] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** What happened to one delivery; days of the lender's calendar. */
export interface DeliveryFacts {
  readonly sentOn: Temporal.PlainDate;
  readonly firstAttemptOn?: Temporal.PlainDate | null;
  readonly deliveredOn?: Temporal.PlainDate | null;
  /** Day on which a notice that was drawn up in the lender's office was signed there. */
  readonly signedOn?: Temporal.PlainDate | null;
}

/** The row of the table that a kind and a way fall under. */
export function rowOf(kind: NoticeKind, way: NoticeWay): Citation {
  if (kind === 'CLAIM') return cite('by-pledge/5.15/row1');
  if (kind === 'SALE_NOTICE') return cite('by-pledge/5.15/row2');
  if (way === 'EMAIL_SCAN') return cite('by-pledge/5.15/row3.1');
  if (way === 'OFFICE') return cite('by-pledge/5.15/row3.2');
  if (way === 'ORDINARY_MAIL') return cite('by-pledge/5.15/row3.3/ordinary');
  if (way === 'REGISTERED_MAIL') return cite('by-pledge/5.15/row3.3/registered');
  return cite('by-pledge/5.15');
}

/** Ways in which a notice of a kind counts. */
export function waysOf(kind: NoticeKind, resolved: ResolvedRules): readonly string[] {
  const name = kind === 'CLAIM' ? 'notice.ways.claim' : kind === 'SALE_NOTICE' ? 'notice.ways.saleNotice' : 'notice.ways.other';
  return rules.read(resolved, name)?.value ?? [];
}

/**
 * The finding against a notice none of whose ways counts, or one of which is no way at all. A claim by registered mail may have
 * a courtesy copy by e-mail (5.5), which starts no clock.
 */
export function waysFinding(kind: NoticeKind, ways: readonly NoticeWay[], resolved: ResolvedRules): Finding | null {
  const allowed = waysOf(kind, resolved);
  const counts = (way: NoticeWay) => allowed.includes(way);
  const isCourtesy = (way: NoticeWay) => kind === 'CLAIM' && way === 'EMAIL_SCAN' && ways.some(counts);
  const wrong = ways.find((way) => !counts(way) && !isCourtesy(way));
  const row = kind === 'CLAIM' || kind === 'SALE_NOTICE' ? [rowOf(kind, 'REGISTERED_MAIL')] : [];
  return uphold([cite('by-pledge/5.15'), ...row], ways.length > 0 && wrong === undefined, 'BY_PLEDGE_NOTICE_CHANNEL_NOT_ALLOWED', {
    kind,
    way: wrong ?? null,
    allowed: allowed.join(', '),
  });
}

/** The day from which a delivery is deemed received; `null` while it is not, and for a copy that does not count. */
export function deemedReceivedOn(
  kind: NoticeKind,
  way: NoticeWay,
  { sentOn, firstAttemptOn, deliveredOn, signedOn }: DeliveryFacts,
  resolved: ResolvedRules,
): Temporal.PlainDate | null {
  if (!waysOf(kind, resolved).includes(way)) return null;
  switch (way) {
    case 'REGISTERED_MAIL':
      return [firstAttemptOn, deliveredOn].filter((day) => day != null).sort((a, b) => a.since(b).sign)[0] ?? null;
    case 'EMAIL_SCAN':
      return sentOn.add({ days: rules.read(resolved, 'notice.email.after')!.value });
    case 'ORDINARY_MAIL':
      return sentOn.add({ days: rules.read(resolved, 'notice.ordinaryMail.after')!.value });
    case 'OFFICE':
      return signedOn ?? null;
    default:
      return null;
  }
}

/** The finding when somebody relies on a delivery that was not received by a day. */
export function receiptFinding(
  kind: NoticeKind,
  way: NoticeWay,
  receivedOn: Temporal.PlainDate | null,
  by: Temporal.PlainDate,
): Finding | null {
  const isReceived = receivedOn !== null && receivedOn.since(by).sign <= 0;
  return uphold(rowOf(kind, way), isReceived, 'BY_PLEDGE_NOTICE_NOT_RECEIVED', { way });
}

/** What tells whether a party has a notice. */
export interface PartyReceipt {
  readonly partyClientId: string;
  /** ISO 8601; null while it is not received. */
  readonly receivedOn: string | null;
}

/**
 * The day on which a notice is received: of several ways to one person the first counts; of several persons who are jointly liable the
 * last one, for each is to know of it. Null while somebody has not received it.
 */
export function receiptOf(deliveries: readonly PartyReceipt[]): string | null {
  const parties = [...new Set(deliveries.map(({ partyClientId }) => partyClientId))];
  const days = parties.map((party) => firstOf(deliveries.filter(({ partyClientId }) => partyClientId === party)));
  return days.includes(null) ? null : (days.sort().at(-1) ?? null);
}

const firstOf = (deliveries: readonly PartyReceipt[]): string | null =>
  deliveries
    .map(({ receivedOn }) => receivedOn)
    .filter((day) => day !== null)
    .sort()[0] ?? null;
