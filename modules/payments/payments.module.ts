import { defineModule } from '../../schema/base';
import { CreateTransfers1700000001300 } from './create-transfers.migration';
import { paymentErrors } from './payments.errors';
import { TransferEntity } from './transfer.entity';
import { TransferResolver } from './transfer.resolver';

export const paymentsModule = defineModule({
  id: 'payments',
  requires: ['contracts'],
  entities: [TransferEntity],
  migrations: [CreateTransfers1700000001300],
  resolvers: [TransferResolver],
  errors: [paymentErrors],
  eventTypes: [
    {
      type: 'TransferStatusChanged',
      version: 1,
      description: 'A payment of the loan’s sum was ordered, settled or failed.',
      example: {
        transferId: '0199f0a0-0000-7000-8000-000000000003',
        contractId: '0199f0a0-0000-7000-8000-000000000002',
        from: 'ORDERED',
        to: 'SETTLED',
      },
    },
  ],
});
