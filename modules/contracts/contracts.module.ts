import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { openWork } from '../lenders';
import { ClientContractsResolver, ContractClientResolver } from './client-contracts.resolver';
import { ContractEntity } from './contract.entity';
import { contractById } from './contract.record';
import { ApplicationContractResolver, ContractResolver } from './contract.resolver';
import { ContractSubscriptionResolver } from './contract.subscription';
import { toContract } from './contract.type';
import { contractErrors } from './contracts.errors';
import { CreateContracts1700000001200 } from './create-contracts.migration';
import { openContracts } from './open-contracts';
import { PostingEntity } from './posting.entity';

export const contractsModule = defineModule({
  id: 'contracts',
  requires: ['applications'],
  entities: [ContractEntity, PostingEntity],
  migrations: [CreateContracts1700000001200],
  resolvers: [ContractResolver, ApplicationContractResolver, ClientContractsResolver, ContractClientResolver, ContractSubscriptionResolver],
  errors: [contractErrors],
  eventTypes: [
    {
      type: 'ContractStatusChanged',
      version: 1,
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
  ],
  contributions: [{ point: openWork, value: openContracts }],
});
