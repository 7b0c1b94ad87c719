import { loader, pageLoader, statement } from '../../../modules/database';
import type { DutyKind, DutyStatus } from './duty-kinds';

/** A duty's row. Sums are decimal strings in BYN, days ISO 8601. */
export interface DutyRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly kind: DutyKind;
  readonly status: DutyStatus;
  readonly ground: string;
  readonly noticeId: string | null;
  readonly amount: string | null;
  readonly startedOn: string | null;
  readonly dueOn: string | null;
  readonly metOn: string | null;
  readonly outcome: string | null;
  readonly openedAt: Date;
}

const columns = `id, pledge_id as "pledgeId", kind, status, ground, notice_id as "noticeId", amount, started_on::text as "startedOn",
  due_on::text as "dueOn", met_on::text as "metOn", outcome, opened_at as "openedAt"`;

export const dutyById = loader(
  statement<DutyRecord>('by_pledge_duty_by_id', `select ${columns} from by_pledge.duty where id = any($1)`),
  (row) => row.id,
);

/** Pages of a pledge's duties, the newest first. */
export const dutyPages = pageLoader<DutyRecord>({
  name: 'by_pledge_duty_pages',
  columns,
  table: 'by_pledge.duty',
  parent: 'pledge_id',
  at: 'opened_at',
});

export const lockDutyRow = statement<DutyRecord>('by_pledge_duty_lock', `select ${columns} from by_pledge.duty where id = $1 for update`);

export const pledgeOfDuty = statement<{ pledgeId: string }>(
  'by_pledge_pledge_of_duty',
  'select pledge_id as "pledgeId" from by_pledge.duty where id = $1',
);

export const dutiesOfNotice = statement<DutyRecord>(
  'by_pledge_duties_of_notice',
  `select ${columns} from by_pledge.duty where notice_id = $1 and status = 'WAITING' order by id for update`,
);

export const dutiesOfPledge = statement<DutyRecord>(
  'by_pledge_duties_of_pledge',
  `select ${columns} from by_pledge.duty where pledge_id = $1 order by opened_at, id`,
);

export const setDutyStatus = statement<never>(
  'by_pledge_duty_set_status',
  'update by_pledge.duty set status = $2, met_on = $3, outcome = coalesce($4, outcome) where id = $1',
);

export const setDutyTerm = statement<never>(
  'by_pledge_duty_set_term',
  "update by_pledge.duty set status = 'OPEN', started_on = $2, due_on = $3 where id = $1",
);

/** The subject of a deadline, whose row the worker does not know. */
export const dutyOfDeadline = statement<{ id: string }>(
  'by_pledge_duty_of_deadline',
  `select d.id from core.deadline t join by_pledge.duty d on d.lender_id = t.lender_id and d.id = t.subject_id::uuid
   where t.id = $1`,
);
