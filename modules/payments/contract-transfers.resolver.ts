import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { Contract, contractById, toContract } from '../contracts';
import { transfersByContract } from './transfer.record';
import { Transfer, toTransfer } from './transfer.type';

@Resolver(() => Contract)
export class ContractTransfersResolver {
  @FieldResolver(() => [Transfer], { description: 'Money paid out under the contract, the latest first (перечисления).' })
  @Scoped('contracts:read')
  async transfers(@Root() contract: Contract, @Ctx() context: GraphContext): Promise<Transfer[]> {
    return (await context.loaders.list(transfersByContract, contract.rowId)).map(toTransfer);
  }
}

@Resolver(() => Transfer)
export class TransferContractResolver {
  @FieldResolver(() => Contract, {
    nullable: true,
    description: 'The contract that it belongs to; null for money outside contracts (договор).',
  })
  async contract(@Root() transfer: Transfer, @Ctx() context: GraphContext): Promise<Contract | null> {
    const row = transfer.contractRowId ? await context.loaders.one(contractById, transfer.contractRowId) : null;
    return row && toContract(row);
  }
}
