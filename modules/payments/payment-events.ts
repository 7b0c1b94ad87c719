import type { EventTypeDefinition } from '../../schema/base';
import { ledgerEvents } from '../contracts';

const paymentId = '0199f0a0-0000-7000-8000-000000000004';
const contractId = '0199f0a0-0000-7000-8000-000000000002';

export const paymentEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'PaymentReceived',
    version: 1,
    scope: 'contracts:read',
    description: 'Money came in under a contract and was booked (платёж получен).',
    example: { paymentId, contractId, amount: '1200.00', currency: 'EUR', paidOn: '2026-03-02', source: 'CLIENT' },
  },
  {
    type: 'PaymentReversed',
    version: 1,
    scope: 'contracts:read',
    description: 'A payment turned out not to have been one and was taken back (платёж отменён).',
    example: { paymentId, contractId, amount: '1200.00', currency: 'EUR' },
  },
];

/** Core events of booking money that comes in: for `emits` of every command that does. */
export const paymentEvents: readonly string[] = [...paymentEventTypes.map(({ type }) => type), ...ledgerEvents];
