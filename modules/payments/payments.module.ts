import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { ContractTransfersResolver, TransferContractResolver } from './contract-transfers.resolver';
import { CreateTransfers1700000001300 } from './create-transfers.migration';
import { paymentErrors } from './payments.errors';
import { TransferEntity } from './transfer.entity';
import { transferById } from './transfer.record';
import { TransferResolver } from './transfer.resolver';
import { toTransfer } from './transfer.type';

export const paymentsModule = defineModule({
  id: 'payments',
  requires: ['contracts'],
  entities: [TransferEntity],
  migrations: [CreateTransfers1700000001300],
  resolvers: [TransferResolver, ContractTransfersResolver, TransferContractResolver],
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
  nodes: [
    {
      type: 'Transfer',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(transferById, id);
        return row && toTransfer(row);
      },
    },
  ],
});
