import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Scoped } from '../../schema/base';
import { Client, loadClient } from '../clients';
import type { GraphContext } from '../commands';
import { pageKey } from '../database';
import { contractPages } from './contract.record';
import { Contract, contractConnection, toContract } from './contract.type';

@Resolver(() => Client)
export class ClientContractsResolver {
  @FieldResolver(() => contractConnection.Connection, { description: 'Contracts of the client, the newest first (договоры).' })
  @Scoped('contracts:read')
  contracts(@Root() client: Client, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return contractConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(contractPages, pageKey(client.rowId, bound, limit)),
      positionOf: (row) => ({ at: row.acceptedAt, id: row.id }),
      toNode: toContract,
    });
  }
}

@Resolver(() => Contract)
export class ContractClientResolver {
  @FieldResolver(() => Client, { nullable: true, description: 'Who borrows (заёмщик).' })
  @Scoped('clients:read')
  client(@Root() contract: Contract, @Ctx() context: GraphContext): Promise<Client | null> {
    return loadClient(context, contract.clientRowId);
  }
}
