import { contribute, defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { deadlineKinds } from '../deadlines';
import { openWork } from '../lenders';
import { ClientContractsResolver, ContractClientResolver } from './client-contracts.resolver';
import { ContractEntity } from './contract.entity';
import { contractById } from './contract.record';
import { ApplicationContractResolver, ContractResolver } from './contract.resolver';
import { ContractSubscriptionResolver } from './contract.subscription';
import { toContract } from './contract.type';
import { contractErrors } from './contracts.errors';
import { CreateContracts1700000001200 } from './create-contracts.migration';
import { CreateLedger1700000001210 } from './ledger/create-ledger.migration';
import { LedgerEntity } from './ledger/ledger.entity';
import { ContractLedgerResolver } from './ledger/ledger.resolver';
import { paymentDue } from './ledger/payment-due';
import { PostingEntity } from './ledger/posting.entity';
import { postingById } from './ledger/posting.record';
import { toPosting } from './ledger/posting.type';
import { ScheduleEntity } from './ledger/schedule.entity';
import { openContracts } from './open-contracts';

export const contractsModule = defineModule({
  id: 'contracts',
  requires: ['applications', 'deadlines'],
  entities: [ContractEntity, PostingEntity, LedgerEntity, ScheduleEntity],
  migrations: [CreateContracts1700000001200, CreateLedger1700000001210],
  resolvers: [
    ContractResolver,
    ApplicationContractResolver,
    ClientContractsResolver,
    ContractClientResolver,
    ContractSubscriptionResolver,
    ContractLedgerResolver,
  ],
  errors: [contractErrors],
  eventTypes: [
    {
      type: 'ContractStatusChanged',
      version: 1,
      scope: 'contracts:read',
      description: 'A contract was accepted, concluded, closed or cancelled.',
      example: { contractId: '0199f0a0-0000-7000-8000-000000000002', from: 'AWAITING_TRANSFER', to: 'ACTIVE' },
    },
  ],
  nodes: [
    {
      type: 'Contract',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(contractById, id);
        return row && toContract(row);
      },
    },
    {
      type: 'Posting',
      load: async (context: GraphContext, id) => {
        const row = await context.loaders.one(postingById, id);
        return row && toPosting(row, row.currency);
      },
    },
  ],
  contributions: [contribute(openWork, openContracts), contribute(deadlineKinds, paymentDue)],
});
