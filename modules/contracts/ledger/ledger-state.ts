import { Decimal } from '../../../schema/base';

/** All of a debt at one moment, each part apart. Sums of two places, never below zero. */
export interface DebtParts {
  readonly principal: Decimal;
  /** Part of the principal that should have been repaid before this day. */
  readonly principalDue: Decimal;
  readonly interest: Decimal;
  /** Part of the interest that should have been paid before this day. */
  readonly interestDue: Decimal;
  readonly penalty: Decimal;
  readonly cost: Decimal;
}

/** What was charged so far, paid or not; what was waived stays counted. Compared with caps. */
export interface ChargedParts {
  readonly interest: Decimal;
  readonly penalty: Decimal;
  readonly cost: Decimal;
}

/** A ledger's balances at the end of a day, and the little that accrual needs beside them. */
export interface LedgerState {
  /** The last day that is accrued, ISO 8601. */
  readonly on: string;
  readonly principal: Decimal;
  readonly interest: Decimal;
  readonly interestDue: Decimal;
  readonly penalty: Decimal;
  readonly cost: Decimal;
  readonly surplus: Decimal;
  readonly charged: ChargedParts;
  /** All principal that was ever provided. */
  readonly provided: Decimal;
  /** The last day on which the principal changed. */
  readonly principalSince: string;
  /** The first day on which something was overdue that still is. */
  readonly overdueSince: string | null;
}

const NOTHING = new Decimal(0);

/** A ledger before its first posting. */
export function emptyState(on: string): LedgerState {
  return {
    on,
    principal: NOTHING,
    interest: NOTHING,
    interestDue: NOTHING,
    penalty: NOTHING,
    cost: NOTHING,
    surplus: NOTHING,
    charged: { interest: NOTHING, penalty: NOTHING, cost: NOTHING },
    provided: NOTHING,
    principalSince: on,
    overdueSince: null,
  };
}

/** Everything owed; money held for the client is no part of it. */
export function debtOf({ principal, interest, penalty, cost }: Pick<LedgerState, 'principal' | 'interest' | 'penalty' | 'cost'>): Decimal {
  return principal.plus(interest).plus(penalty).plus(cost);
}
