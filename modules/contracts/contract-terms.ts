import type { Temporal } from 'temporal-polyfill';
import { defineExtensionPoint } from '../../schema/base';
import type { ApplicationRecord } from '../applications';
import type { CommandContext } from '../commands';

/** One payment of a schedule (график платежей). Sums are decimal strings of two places in the contract's currency. */
export interface Instalment {
  /** From 1. */
  readonly no: number;
  /** Calendar day, ISO 8601. */
  readonly dueOn: string;
  readonly principal: string;
  readonly interest: string;
  readonly fees: string;
}

/** The terms on which money is lent. JSON, so that a decision and a contract keep them as they were. */
export interface ContractTerms {
  readonly principal: string;
  readonly currency: string;
  /** First day of the loan and last day of its term, ISO 8601. */
  readonly startOn: string;
  readonly dueOn: string;
  readonly termDays: number;
  /** Percent a day, decimal string; `null` where interest is not counted by days. */
  readonly dailyRate: string | null;
  /** Full cost of credit (ПСК): percent a year and money above the principal; `null` where no law asks for it. */
  readonly fullCost: { readonly percent: string; readonly amount: string } | null;
  readonly schedule: readonly Instalment[];
}

/** What terms are computed for. */
export interface WantedTerms {
  readonly amount: string;
  readonly termDays: number;
  /** The terms that the client accepted; at the conclusion. Their rate stands whatever is offered by then, as far as law lets it. */
  readonly accepted?: ContractTerms;
}

/** How a plugin computes the terms of its products. */
export interface TermsCalculator {
  /** The terms if the money were provided on `startOn`. Called for the offer and again, with the actual day, at the conclusion. */
  compute(
    context: CommandContext,
    application: ApplicationRecord,
    wanted: WantedTerms,
    startOn: Temporal.PlainDate,
  ): Promise<ContractTerms>;
}

export const termsCalculator = defineExtensionPoint<TermsCalculator>('contracts.terms');
