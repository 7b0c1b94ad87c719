import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { fromGlobalId, Scoped } from '../../schema/base';
import { Application, applicationById, toApplication } from '../applications';
import type { GraphContext } from '../commands';
import { contractByApplication, contractById } from './contract.record';
import { Contract, toContract } from './contract.type';

@Resolver(() => Contract)
export class ContractResolver {
  @Query(() => Contract, { nullable: true, description: 'A contract by its id; null when there is none for this caller (договор).' })
  @Scoped('contracts:read')
  async contract(
    @Arg('id', () => ID, { description: 'Global id of the contract.' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<Contract | null> {
    const key = fromGlobalId(id);
    if (key?.type !== 'Contract') return null;
    const row = await context.loaders.one(contractById, key.id);
    return row && toContract(row);
  }

  @FieldResolver(() => Application, { nullable: true, description: 'The application that led to the contract (заявка).' })
  async application(@Root() contract: Contract, @Ctx() context: GraphContext): Promise<Application | null> {
    const row = await context.loaders.one(applicationById, contract.applicationRowId);
    return row && toApplication(row);
  }
}

@Resolver(() => Application)
export class ApplicationContractResolver {
  @FieldResolver(() => Contract, { nullable: true, description: 'The contract, once terms were accepted (договор).' })
  @Scoped('contracts:read')
  async contract(@Root() application: Application, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = await context.loaders.one(contractByApplication, application.rowId);
    return row && toContract(row);
  }
}
