import { Temporal } from 'temporal-polyfill';
import {
  type AccrualRule,
  type Charge,
  type ContractTerms,
  type Instalment,
  inOrder,
  type RepaymentRule,
  shareOfDay,
  withinRoom,
} from '../../modules/contracts';
import { Decimal } from '../../schema/base';

/** Interest and penalty never go beyond this share of what was lent, per cent. */
export const CAP = 130;

/** An invented plugin's rule: interest on the principal, 0.1 % a day on what is overdue of it, both within a cap. */
export const acmeAccrual: AccrualRule = ({ terms, debt, stretchDays, charged, provided }) => {
  let room = provided.mul(CAP).div(100).minus(charged.interest).minus(charged.penalty);
  const charges: Charge[] = [];
  for (const [component, perDay] of [
    ['INTEREST', debt.principal.mul(terms.dailyRate!).div(100)],
    ['PENALTY', debt.principalDue.mul('0.001')],
  ] as const) {
    const amount = withinRoom(shareOfDay(perDay, stretchDays, 'HALF_UP'), room);
    room = room.minus(amount);
    if (amount.gt(0)) charges.push({ component, amount });
  }
  return charges;
};

export const acmeRepayment: RepaymentRule = {
  allocate: inOrder(['COST', 'INTEREST_DUE', 'PRINCIPAL_DUE', 'PENALTY', 'INTEREST', 'PRINCIPAL']),
};

/** Spreads the principal that is left over the dates that are left, the last taking what rounding leaves. */
export const acmeRescheduling: RepaymentRule = {
  ...acmeRepayment,
  reschedule: (_terms, remaining, principal) => {
    const share = principal.div(remaining.length).toDecimalPlaces(2, Decimal.ROUND_DOWN);
    return remaining.map((instalment, i) => ({
      ...instalment,
      principal: (i === remaining.length - 1 ? principal.minus(share.mul(remaining.length - 1)) : share).toFixed(2),
    }));
  },
};

/** Terms of equal shares of the principal, due every so many days. */
export function acmeTerms(parts: {
  readonly principal: string;
  readonly startOn: string;
  readonly dailyRate?: string;
  readonly every?: number;
  readonly count?: number;
}): ContractTerms {
  const { principal, startOn, dailyRate = '1', every = 10, count = 3 } = parts;
  const share = new Decimal(principal).div(count).toDecimalPlaces(2, Decimal.ROUND_DOWN);
  const schedule: Instalment[] = Array.from({ length: count }, (_, i) => ({
    no: i + 1,
    dueOn: Temporal.PlainDate.from(startOn)
      .add({ days: every * (i + 1) })
      .toString(),
    principal: (i === count - 1 ? new Decimal(principal).minus(share.mul(count - 1)) : share).toFixed(2),
    interest: '0.00',
    fees: '0.00',
  }));
  return {
    principal: new Decimal(principal).toFixed(2),
    currency: 'XTS',
    startOn,
    dueOn: schedule.at(-1)!.dueOn,
    termDays: every * count,
    dailyRate,
    fullCost: null,
    schedule,
  };
}
