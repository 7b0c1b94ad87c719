import { Args, Ctx, Field, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Scoped } from '../../schema/base';
import type { GraphContext } from '../commands';
import { EventNotice, type EventRow, EventStreamArgs, eventSubscription, noticeOf } from '../events';
import { contractById } from './contract.record';
import { Contract, ContractStatusEnum, toContract } from './contract.type';
import type { ContractStatus } from './contract-status';

@Scoped('parent')
@ObjectType('ContractStatusChange', { description: 'A change of a contract’s state.' })
export class ContractStatusChange extends EventNotice {
  @Field(() => ContractStatusEnum, { nullable: true, description: 'State before; null for a new contract.' })
  from!: ContractStatus | null;

  @Field(() => ContractStatusEnum, { description: 'State after this change; `contract` shows the present one.' })
  to!: ContractStatus;

  @Field(() => Contract, { nullable: true, description: 'The contract as it is now.' })
  contract!: Contract | null;
}

@Resolver()
export class ContractSubscriptionResolver {
  @Subscription(() => ContractStatusChange, {
    description: 'Changes of contracts’ states, after those missed since `after` (статус договора).',
    subscribe: ({ args, context }) => eventSubscription({ ...args, types: ['ContractStatusChanged'] }, context),
  })
  @Scoped('contracts:read')
  async contractStatusChanged(
    @Root() event: EventRow,
    @Args(() => EventStreamArgs) _args: EventStreamArgs,
    @Ctx() context: GraphContext,
  ): Promise<ContractStatusChange> {
    const { from, to } = event.payload as { from: ContractStatus | null; to: ContractStatus };
    const notice = noticeOf(event, context);
    const row = await context.loaders.one(contractById, event.subject.id);
    return { ...notice, from, to, contract: row && toContract(row) };
  }
}
