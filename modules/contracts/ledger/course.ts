import { Decimal } from '../../../schema/base';
import type { CommandContext } from '../../commands';
import type { ContractRecord } from '../contract.record';
import type { ContractTerms } from '../contract-terms';
import { groupLines } from './fold-lines';
import { readPostings, readVersions } from './ledger.record';
import type { ScheduleCause } from './schedule.entity';

/** How a contract went so far: what was agreed, and what was paid. */
export interface ContractCourse {
  /** In the order of agreement; `from`: the first day on which it holds. */
  readonly versions: readonly { readonly from: string; readonly cause: ScheduleCause; readonly terms: ContractTerms }[];
  /** Money that came in and stands, by its day, ISO 8601. */
  readonly payments: readonly { readonly on: string; readonly amount: Decimal }[];
}

/** Reads a locked contract's course. */
export async function readCourse({ transaction }: CommandContext, { id }: Pick<ContractRecord, 'id'>): Promise<ContractCourse> {
  const versions = await transaction.query(readVersions, [id]);
  const paid = groupLines(await transaction.query(readPostings, [id])).filter(({ cause }) => cause === 'PAYMENT');
  const payments = paid.map(({ on, lines }) => {
    const { SURPLUS = new Decimal(0), ...parts } = lines;
    return { on, amount: Object.values(parts).reduce<Decimal>((sum, part) => sum.minus(part), SURPLUS) };
  });
  return { versions, payments: payments.filter(({ amount }) => amount.gt(0)) };
}
