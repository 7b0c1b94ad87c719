import { loader, pageLoader, statement } from '../../../modules/database';

/** A violation's row. Sums are decimal strings in BYN, days ISO 8601. */
export interface ViolationRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly clause: string;
  readonly fact: string;
  readonly committedOn: string;
  readonly estimatedLoss: string | null;
  readonly loss: string | null;
  readonly fine: string | null;
  readonly recordedAt: Date;
}

const columns = `id, pledge_id as "pledgeId", clause, fact, committed_on::text as "committedOn", estimated_loss as "estimatedLoss", loss, fine,
  recorded_at as "recordedAt"`;

export const violationById = loader(
  statement<ViolationRecord>('by_pledge_violation_by_id', `select ${columns} from by_pledge.violation where id = any($1)`),
  (row) => row.id,
);

/** Pages of a pledge's violations, the newest first. */
export const violationPages = pageLoader<ViolationRecord>({
  name: 'by_pledge_violation_pages',
  columns,
  table: 'by_pledge.violation',
  parent: 'pledge_id',
  at: 'recorded_at',
});

export const lockViolationRow = statement<ViolationRecord>(
  'by_pledge_violation_lock',
  `select ${columns} from by_pledge.violation where id = $1 for update`,
);

export const insertViolation = statement<{ id: string }>(
  'by_pledge_violation_insert',
  `insert into by_pledge.violation (lender_id, id, pledge_id, client_id, clause, fact, committed_on, estimated_loss, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (lender_id, pledge_id, clause, fact) do nothing returning id`,
);

export const violationOfFact = statement<{ id: string }>(
  'by_pledge_violation_of_fact',
  'select id from by_pledge.violation where pledge_id = $1 and clause = $2 and fact = $3',
);

export const violationsOfPledge = statement<ViolationRecord>(
  'by_pledge_violations_of_pledge',
  `select ${columns} from by_pledge.violation where pledge_id = $1 order by recorded_at, id`,
);

export const setViolationFine = statement<never>(
  'by_pledge_violation_set_fine',
  'update by_pledge.violation set fine = $2, fined_at = $3 where id = $1',
);

export const setViolationLoss = statement<never>('by_pledge_violation_set_loss', 'update by_pledge.violation set loss = $2 where id = $1');
