import { listLoader, loader, pageLoader, statement } from '../../../modules/database';
import type { NoticeKind, NoticeWay } from './notice-table';

/** A notice's row, its text apart. Days ISO 8601. */
export interface NoticeRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly kind: NoticeKind;
  readonly sender: 'PLEDGOR' | 'PLEDGEE';
  readonly receivedOn: string | null;
  readonly answeredOn: string | null;
  readonly createdAt: Date;
}

export interface DeliveryRecord {
  readonly id: string;
  readonly noticeId: string;
  /** The person on the pledgor's side. */
  readonly partyClientId: string;
  readonly way: NoticeWay;
  readonly counts: boolean;
  readonly sentOn: string;
  readonly firstAttemptOn: string | null;
  readonly deliveredOn: string | null;
  readonly signedAt: Date | null;
  readonly receivedOn: string | null;
}

const columns = `id, pledge_id as "pledgeId", kind, sender, received_on::text as "receivedOn", answered_on::text as "answeredOn",
  created_at as "createdAt"`;
const deliveryColumns = `id, notice_id as "noticeId", party_client_id as "partyClientId", way, counts, sent_on::text as "sentOn", first_attempt_on::text as "firstAttemptOn",
  delivered_on::text as "deliveredOn", signed_at as "signedAt", received_on::text as "receivedOn"`;

export const noticeById = loader(
  statement<NoticeRecord>('by_pledge_notice_by_id', `select ${columns} from by_pledge.notice where id = any($1)`),
  (row) => row.id,
);

/** Pages of a pledge's notices, the newest first. */
export const noticePages = pageLoader<NoticeRecord>({
  name: 'by_pledge_notice_pages',
  columns,
  table: 'by_pledge.notice',
  parent: 'pledge_id',
  at: 'created_at',
});

export const deliveriesByNotice = listLoader(
  statement<DeliveryRecord>(
    'by_pledge_deliveries',
    `select ${deliveryColumns} from by_pledge.notice_delivery where notice_id = any($1) order by sent_on, id`,
  ),
  (row) => row.noticeId,
);

export const lockNoticeRow = statement<NoticeRecord>(
  'by_pledge_notice_lock',
  `select ${columns} from by_pledge.notice where id = $1 for update`,
);

export const deliveriesOfNotice = statement<DeliveryRecord>(
  'by_pledge_deliveries_of_notice',
  `select ${deliveryColumns} from by_pledge.notice_delivery where notice_id = $1 order by sent_on, id for update`,
);

export const claimsOfPledge = statement<NoticeRecord>(
  'by_pledge_claims_of_pledge',
  `select ${columns} from by_pledge.notice where pledge_id = $1 and kind = 'CLAIM' and sender = 'PLEDGEE' order by created_at, id`,
);

export const setDelivery = statement<never>(
  'by_pledge_delivery_set',
  `update by_pledge.notice_delivery set first_attempt_on = $2, delivered_on = $3, signed_at = $4, received_on = $5 where id = $1`,
);

export const setNoticeReceived = statement<never>(
  'by_pledge_notice_set_received',
  'update by_pledge.notice set received_on = $2 where id = $1',
);

export const setNoticeAnswered = statement<never>(
  'by_pledge_notice_set_answered',
  'update by_pledge.notice set answered_on = $2 where id = $1',
);
