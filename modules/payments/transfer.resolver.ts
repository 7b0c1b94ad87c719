import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { KEY_DESCRIPTION, keyOf, rowIdOf, Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { Contract, contractById, toContract } from '../contracts';
import { type Finding, FindingType } from '../rules';
import { orderTransfer } from './order-transfer.command';

@InputType('OrderTransferInput', { description: 'Names the contract whose sum is to be paid out.' })
export class OrderTransferInput {
  @Field(() => ID, { description: 'Global id of the contract.' })
  contractId!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@Scoped('parent')
@ObjectType('OrderTransferPayload', { description: 'What became of the order.' })
export class OrderTransferPayload {
  @Field(() => Contract, { nullable: true, description: 'The contract; null when the order was refused.' })
  contract!: Contract | null;

  @Field(() => [FindingType], { description: 'Reasons of a refusal, or warnings.' })
  findings!: readonly Finding[];
}

@Resolver()
export class TransferResolver {
  @Mutation(() => OrderTransferPayload, {
    description: 'Orders the accepted sum to be paid out (перечисление займа); the contract is concluded when the partner has settled it.',
  })
  @Scoped('payments:write')
  async orderTransfer(
    @Arg('input', () => OrderTransferInput, { description: 'What to pay out.' }) input: OrderTransferInput,
    @Ctx() context: GraphContext,
  ): Promise<OrderTransferPayload> {
    const contractId = rowIdOf('Contract', input.contractId);
    const result = await context.execute(orderTransfer, { contractId }, keyOf(input));
    const row = result.contractId ? await context.loaders.one(contractById, result.contractId) : null;
    return { contract: row && toContract(row), findings: result.findings ?? [] };
  }
}
