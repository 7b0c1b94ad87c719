import { type LockedMoneyRequest, type MoneyRequestRecord, moneyRequestRecords } from '../account-request/money-request.record';
import type { TopUpStatus } from '../account-request/request-status';

export type TopUpRecord = MoneyRequestRecord<TopUpStatus>;
export type LockedTopUp = LockedMoneyRequest<TopUpStatus>;

export const topUpRecords = moneyRequestRecords<TopUpStatus>('top_up');
