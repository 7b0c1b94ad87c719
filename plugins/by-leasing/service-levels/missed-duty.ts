import type { CommandContext } from '../../../modules/commands';
import { listLoader, statement, uuidv7 } from '../../../modules/database';
import { PLUGIN } from '../ids';
import { momentOf } from '../judge';
import { MissedDutyEntity } from './missed-duty.entity';

export const MISSED_DUTY_EVENTS = ['ByLeasingDutyMissed'];

export interface MissedDuty {
  readonly clause: string;
  /** Code of the finding that it is shown by. */
  readonly code: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly clientId: string | null;
  readonly beganAt: Date;
}

/** Records that a duty was not done in its time. The subject is locked; declare `MISSED_DUTY_EVENTS`. */
export async function recordMissedDuty(context: CommandContext, { clause, code, subject, clientId, beganAt }: MissedDuty): Promise<string> {
  const id = uuidv7(context.now.epochMilliseconds);
  await context.transaction.insert(MissedDutyEntity, {
    lenderId: context.lender.id,
    id,
    clause,
    code,
    subjectType: subject.type,
    subjectId: subject.id,
    clientId,
    beganAt,
    missedAt: momentOf(context),
    forceMajeureId: null,
  });
  context.emit({
    type: 'ByLeasingDutyMissed',
    subject,
    ...(clientId ? { clientId } : {}),
    plugin: PLUGIN,
    clause,
    payload: { byLeasingMissedDutyId: id, code },
  });
  return id;
}

export interface MissedDutyRecord {
  readonly lenderId: string;
  readonly id: string;
  readonly clause: string;
  readonly code: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly clientId: string | null;
  readonly beganAt: Date;
  readonly missedAt: Date;
  readonly forceMajeureId: string | null;
  readonly event: string | null;
}

const columns = `d.lender_id as "lenderId", d.id, d.clause, d.code, d.subject_type as "subjectType", d.subject_id as "subjectId",
  d.client_id as "clientId", d.began_at as "beganAt", d.missed_at as "missedAt", d.force_majeure_id as "forceMajeureId"`;

/** What was missed at a lender, the latest first: the last two hundred. */
export const missedDutiesByLender = listLoader(
  statement<MissedDutyRecord>(
    'by_leasing_missed_duties',
    `select ${columns}, f.event from by_leasing.missed_duty d
       left join by_leasing.force_majeure f on f.lender_id = d.lender_id and f.id = d.force_majeure_id
     where d.lender_id = any($1) order by d.missed_at desc, d.id desc limit 200`,
  ),
  (row) => row.lenderId,
);
export const lockMissedDuty = statement<Omit<MissedDutyRecord, 'event'>>(
  'by_leasing_missed_duty_lock',
  `select ${columns} from by_leasing.missed_duty d where d.id = $1 for update`,
);
export const excuseMissedDuty = statement<never>(
  'by_leasing_missed_duty_excuse',
  'update by_leasing.missed_duty set force_majeure_id = $2 where id = $1',
);
