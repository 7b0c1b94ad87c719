import { contribute, defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { ContractTransfersResolver, TransferContractResolver } from './contract-transfers.resolver';
import { CreatePayments1700000001310 } from './create-payments.migration';
import { CreateTransfers1700000001300 } from './create-transfers.migration';
import { transferPurposes } from './extension-points';
import { KeepPayments1700000001311 } from './keep-payments.migration';
import { PaymentEntity } from './payment.entity';
import { paymentById } from './payment.record';
import { ContractPaymentsResolver, PaymentContractResolver, PaymentResolver } from './payment.resolver';
import { toPayment } from './payment.type';
import { paymentEventTypes } from './payment-events';
import { paymentErrors } from './payments.errors';
import { refundPurpose } from './refund';
import { TransferEntity } from './transfer.entity';
import { transferById } from './transfer.record';
import { TransferResolver } from './transfer.resolver';
import { toTransfer } from './transfer.type';

export const paymentsModule = defineModule({
  id: 'payments',
  requires: ['contracts'],
  entities: [TransferEntity, PaymentEntity],
  migrations: [CreateTransfers1700000001300, CreatePayments1700000001310, KeepPayments1700000001311],
  resolvers: [
    TransferResolver,
    ContractTransfersResolver,
    TransferContractResolver,
    PaymentResolver,
    ContractPaymentsResolver,
    PaymentContractResolver,
  ],
  errors: [paymentErrors],
  eventTypes: [
    {
      type: 'TransferStatusChanged',
      version: 1,
      scope: 'contracts:read',
      description: 'Money that is paid out was ordered, settled or refused by the partner.',
      example: {
        transferId: '0199f0a0-0000-7000-8000-000000000003',
        contractId: '0199f0a0-0000-7000-8000-000000000002',
        purpose: 'LOAN',
        from: 'ORDERED',
        to: 'SETTLED',
      },
    },
    ...paymentEventTypes,
  ],
  nodes: [
    {
      type: 'Transfer',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(transferById, id);
        return row && toTransfer(row);
      },
    },
    {
      type: 'Payment',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(paymentById, id);
        return row && toPayment(row);
      },
    },
  ],
  contributions: [contribute(transferPurposes, refundPurpose)],
});
