import { loader, pageLoader, statement } from '../database';
import type { PaymentStatus } from './payment.entity';

/** A payment's row. */
export interface PaymentRecord {
  readonly id: string;
  readonly contractId: string;
  readonly clientId: string;
  readonly status: PaymentStatus;
  readonly source: string;
  /** Decimal string, two places. */
  readonly amount: string;
  readonly currency: string;
  /** ISO 8601 day. */
  readonly paidOn: string;
  readonly externalId: string;
  readonly registeredAt: Date;
  readonly reversedAt: Date | null;
  readonly reversalReason: string | null;
}

const columns = `id, contract_id as "contractId", client_id as "clientId", status, source, amount, currency, paid_on::text as "paidOn",
  external_id as "externalId", registered_at as "registeredAt", reversed_at as "reversedAt", reversal_reason as "reversalReason"`;

export const paymentById = loader(
  statement<PaymentRecord>('payment_by_id', `select ${columns} from core.payment where id = any($1)`),
  (row) => row.id,
);

/** Pages of contracts' payments, the last registered first. */
export const paymentPages = pageLoader<PaymentRecord>({
  name: 'payment_pages',
  columns,
  table: 'core.payment',
  parent: 'contract_id',
  at: 'registered_at',
});

export const paymentByExternalId = statement<PaymentRecord>(
  'payment_by_external_id',
  `select ${columns} from core.payment where lender_id = $1 and external_id = $2`,
);

export const readPayment = statement<PaymentRecord>('payment_read', `select ${columns} from core.payment where lender_id = $1 and id = $2`);

/** Writes a payment unless its external id is taken; a writer of the same id is waited for. */
export const insertPayment = statement<{ id: string }>(
  'payment_insert',
  `insert into core.payment (lender_id, id, contract_id, client_id, status, source, amount, currency, paid_on, external_id, registered_at)
   values ($1, $2, $3, $4, 'BOOKED', $5, $6, $7, $8, $9, $10) on conflict (lender_id, external_id) do nothing returning id`,
);

export const setReversed = statement<never>(
  'payment_set_reversed',
  "update core.payment set status = 'REVERSED', reversed_at = $3, reversal_reason = $4 where lender_id = $1 and id = $2",
);
