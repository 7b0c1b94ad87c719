import { definePort } from '../../schema/base';

/** An order to pay a loan out. Sums are decimal strings of two places. */
export interface TransferOrder {
  /** Our id of the transfer; the partner must treat a repeat as the same order. */
  readonly id: string;
  readonly amount: string;
  readonly currency: string;
  /** How the client wants the money: a method of the plugin's own and a reference that the partner knows (token, account). */
  readonly method: string;
  readonly destination: string;
}

/** What became of an order. `PENDING`: ask again later. */
export type TransferOutcome =
  | { readonly state: 'SETTLED'; readonly partner: string; readonly partnerOperationId: string; readonly at: Date }
  | { readonly state: 'FAILED'; readonly partner: string; readonly reason: string }
  | { readonly state: 'PENDING' };

/** The settlement partner that moves money. */
export interface TransferGateway {
  transfer(order: TransferOrder): Promise<TransferOutcome>;
}

export const transferGatewayPort = definePort<TransferGateway>('payments.transfer');
