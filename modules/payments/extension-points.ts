import type { Temporal } from 'temporal-polyfill';
import { defineExtensionPoint } from '../../schema/base';
import type { ApplicationRecord } from '../applications';
import type { CommandContext } from '../commands';
import type { ContractRecord, Settled } from '../contracts';

/** Where money goes: a method of the plugin's own and a reference that the partner knows (token, account). */
export interface Destination {
  readonly method: string;
  readonly reference: string;
  /** What of a loan's sum is kept back by the client's order, such as the price of a service; decimal string, nothing unless said. */
  readonly withheld?: string;
}

/** Where an application's money goes, as the client chose: the plugin knows the methods of its country. */
export interface PayoutDestination {
  of(context: CommandContext, application: ApplicationRecord): Promise<Destination | null>;
  /** What else follows when the loan’s money is ordered there, in the same transaction: a term, a notice. */
  ordered?(context: CommandContext, application: ApplicationRecord, destination: Destination): Promise<void>;
}

export const payoutDestination = defineExtensionPoint<PayoutDestination>('payments.destination');

/** A transfer whose outcome is being booked. */
export interface BookedTransfer {
  readonly id: string;
  readonly purpose: string;
  /** Names what was ordered with it: the id of a plugin's own row. */
  readonly reference: string | null;
  readonly clientId: string;
  /** Decimal string, two places. */
  readonly amount: string;
  readonly currency: string;
  /** The contract, locked with its application; null for money that belongs to none. */
  readonly contract: ContractRecord | null;
}

/** What follows when transfers of one purpose end, in the transaction that books the partner's answer. */
export interface TransferPurpose {
  /** Unique; a plugin's carries its id, e.g. `acme-plugin/tranche`. */
  readonly purpose: string;
  /** The money arrived: `at` a moment, `on` the lender's calendar day of it. */
  settled(context: CommandContext, transfer: BookedTransfer, at: Temporal.Instant, on: Temporal.PlainDate): Promise<void>;
  /** The partner refused it. */
  failed?(context: CommandContext, transfer: BookedTransfer, reason: string): Promise<void>;
}

export const transferPurposes = defineExtensionPoint<TransferPurpose>('payments.transfer-purposes');

/** What else a payment does to a plugin's contract, in the transaction that books it. */
export interface PaymentFollower {
  /** The contract is locked with its application. `on`: the lender's day from which the money counts. */
  received(context: CommandContext, contract: ContractRecord, settled: Settled, on: Temporal.PlainDate): Promise<void>;
}

export const paymentFollowers = defineExtensionPoint<PaymentFollower>('payments.followers');
