import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { Contract, contractById, toContract } from '../contracts';
import { transfersByContract } from './transfer.record';
import { Transfer, toTransfer } from './transfer.type';

@Resolver(() => Contract)
export class ContractTransfersResolver {
  @FieldResolver(() => [Transfer], { description: 'Payments of the loan’s sum, the latest first (перечисления займа).' })
  @Scoped('contracts:read')
  async transfers(@Root() contract: Contract, @Ctx() context: GraphContext): Promise<Transfer[]> {
    return (await context.loaders.list(transfersByContract, contract.rowId)).map(toTransfer);
  }
}

@Resolver(() => Transfer)
export class TransferContractResolver {
  @FieldResolver(() => Contract, { nullable: true, description: 'The contract whose sum it pays out (договор).' })
  async contract(@Root() transfer: Transfer, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = await context.loaders.one(contractById, transfer.contractRowId);
    return row && toContract(row);
  }
}
