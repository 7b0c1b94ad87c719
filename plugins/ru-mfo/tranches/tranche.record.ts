import { loader, statement } from '../../../modules/database';
import { type LockedMoneyRequest, type MoneyRequestRecord, moneyRequestRecords } from '../account-request/money-request.record';
import type { TrancheStatus } from '../account-request/request-status';
import type { RecalculationCase } from './recalculation';

interface Own {
  readonly recalculated: RecalculationCase | null;
  readonly formula: string | null;
}

export type TrancheRecord = MoneyRequestRecord<TrancheStatus> & Own;
export type LockedTranche = LockedMoneyRequest<TrancheStatus> & Own;

export const trancheRecords = moneyRequestRecords<TrancheStatus, Own>('tranche', ', recalculated, formula');

export const setRecalculated = statement<never>(
  'ru_mfo_tranche_set_recalculated',
  'update ru_mfo.tranche set recalculated = $2, formula = $3 where id = $1',
);

export interface CreditLineRecord {
  readonly applicationId: string;
  /** Decimal string, two places, roubles. */
  readonly creditLimit: string;
}

export const readCreditLines = statement<CreditLineRecord>(
  'ru_mfo_credit_lines',
  'select application_id as "applicationId", credit_limit as "creditLimit" from ru_mfo.credit_line where application_id = any($1)',
);

export const creditLineByApplication = loader(readCreditLines, (row) => row.applicationId);

/** What of a contract's tranches is signed and not yet booked: it is neither available nor owed. */
export const trancheOnItsWay = loader(
  statement<{ contractId: string; amount: string }>(
    'ru_mfo_tranche_on_its_way',
    `select contract_id as "contractId", sum(amount)::text as amount from ru_mfo.tranche
     where contract_id = any($1) and status = 'ORDERED' group by contract_id`,
  ),
  (row) => row.contractId,
);
