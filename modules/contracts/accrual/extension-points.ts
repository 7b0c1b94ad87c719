import { type Decimal, defineExtensionPoint, type Extensions } from '../../../schema/base';
import type { Queryable } from '../../database';
import type { Lender } from '../../lenders';
import type { ContractTerms, Instalment } from '../contract-terms';
import type { ChargedParts, DebtParts } from '../ledger/ledger-state';

/** A concluded contract as the rules of its servicing see it. */
export interface ServicedContract {
  readonly id: string;
  readonly applicationId: string;
  readonly clientId: string;
  readonly pluginId: string;
  /** ISO 8601 day. */
  readonly concludedOn: string;
  readonly editionId: string | null;
}

/** What the rules of servicing may look up: data of the installation, nothing that changes with time. */
export interface ServicingScope {
  readonly extensions: Extensions;
  readonly lender: Pick<Lender, 'id' | 'code' | 'country' | 'zone' | 'currency'>;
}

/** One day of one contract, as it stands before anything happens on it. */
export interface AccrualDay {
  /** ISO 8601. */
  readonly on: string;
  readonly concludedOn: string;
  /** The terms in force on the day, and those of the conclusion. */
  readonly terms: ContractTerms;
  readonly firstTerms: ContractTerms;
  /** Balances at the end of the day before: what is paid or lent on the day itself counts from the next one. */
  readonly debt: DebtParts;
  /** The first day on which something was overdue that still is; this day at the earliest. */
  readonly overdueSince: string | null;
  /**
   * Days, this one included, since what accrues last changed: the principal, the terms, or a date of payment that passed.
   * Lets a rule round a stretch of equal days once: `shareOfDay`.
   */
  readonly stretchDays: number;
  readonly charged: ChargedParts;
  /** All principal that was ever provided. */
  readonly provided: Decimal;
  /** The instalment whose date of payment this day is. */
  readonly instalment: Instalment | null;
}

/** What a day adds to a debt; more than zero, two places. */
export interface Charge {
  readonly component: 'INTEREST' | 'PENALTY' | 'COST';
  readonly amount: Decimal;
  /** The clause that it rests on, or that limited it. */
  readonly clause?: string;
}

/** What one contract's day costs. Pure: the same day gives the same charges, whenever and however often it is asked. */
export type AccrualRule = (day: AccrualDay) => readonly Charge[];

/** How a plugin's contracts accrue. */
export interface AccrualPolicy<Facts = unknown> {
  /** Reads what the plugin itself keeps of these contracts, once for a batch; by the contract's id. */
  facts?(database: Queryable, contracts: readonly ServicedContract[]): Promise<ReadonlyMap<string, Facts>>;
  /** The rule of one contract. Pure and quick: it is asked for every contract every day. */
  ruleFor(contract: ServicedContract, scope: ServicingScope, facts: Facts | undefined): AccrualRule;
}

/** How a payment is split; what is left over when nothing is owed is kept for the client. Sums of two places. */
export type Allocation = Readonly<Partial<Record<'principal' | 'interest' | 'penalty' | 'cost', Decimal>>>;

/** The rule by which one contract's payments are split. Pure. */
export interface RepaymentRule {
  /** Splits a sum. No part may exceed what is owed; a rest is allowed only when all is paid. */
  allocate(debt: DebtParts, amount: Decimal, on: string): Allocation;
  /**
   * The payments that remain when more principal was repaid than the schedule asked for by now; `null` leaves the schedule.
   * `remaining`: those of the present schedule that fall due after `on`. `principal`: what is still owed.
   */
  reschedule?(terms: ContractTerms, remaining: readonly Instalment[], principal: Decimal, on: string): readonly Instalment[] | null;
  /** Whether the contract ends when nothing is owed; yes unless said. A line of credit may go on to the last day of its terms. */
  closesAtZero?(on: string, terms: ContractTerms): boolean;
}

/** How payments of a plugin's contracts are split. */
export interface RepaymentPolicy<Facts = unknown> {
  /** As of `AccrualPolicy`. */
  facts?(database: Queryable, contracts: readonly ServicedContract[]): Promise<ReadonlyMap<string, Facts>>;
  ruleFor(contract: ServicedContract, scope: ServicingScope, facts: Facts | undefined): RepaymentRule;
}

export const accrualPolicy = defineExtensionPoint<AccrualPolicy>('contracts.accrual');

export const repaymentPolicy = defineExtensionPoint<RepaymentPolicy>('contracts.repayment');
