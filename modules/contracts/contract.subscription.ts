import { Args, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { CursorScalar, DateTimeScalar, Scoped, toGlobalId } from '../../schema/base';
import type { GraphContext } from '../commands';
import { type EventRow, EventStreamArgs, eventSubscription } from '../events';
import { contractById } from './contract.record';
import { Contract, ContractStatusEnum, toContract } from './contract.type';
import type { ContractStatus } from './contract-status';

@Scoped('parent')
@ObjectType('ContractStatusChange', { description: 'A change of a contract’s state.' })
export class ContractStatusChange {
  @Field(() => CursorScalar, { description: 'Send it as `after` to go on after this change.' })
  cursor!: string;

  @Field(() => ID, { description: 'Id of the event; the same wherever it is delivered.' })
  eventId!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

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
    // One context serves the whole stream: what earlier events read is old.
    context.loaders.clear();
    const row = await context.loaders.one(contractById, event.subject.id);
    return { cursor: event.cursor, eventId: toGlobalId('Event', event.id), at: event.at, from, to, contract: row && toContract(row) };
  }
}
