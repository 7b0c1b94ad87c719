import { listLoader, statement } from '../../database';
import type { ContractTerms } from '../contract-terms';
import type { ScheduleCause } from './schedule.entity';

/** A version of a contract's terms. */
export interface ScheduleRecord {
  readonly contractId: string;
  readonly version: number;
  /** ISO 8601 day. */
  readonly from: string;
  readonly terms: ContractTerms;
  readonly cause: ScheduleCause;
  readonly madeAt: Date;
}

export const schedulesByContract = listLoader(
  statement<ScheduleRecord>(
    'schedules_by_contract',
    `select contract_id as "contractId", version, from_day::text as "from", terms, cause, made_at as "madeAt"
     from core.schedule where contract_id = any($1) order by contract_id, version`,
  ),
  (row) => row.contractId,
);
