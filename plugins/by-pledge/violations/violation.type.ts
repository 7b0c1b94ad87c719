import { Field, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../../modules/money';
import { connectionOf, LocalDateScalar, Node, Scoped, toGlobalId } from '../../../schema/base';
import { byn } from '../command-support/sums';
import type { ViolationRecord } from './violation.record';

@Scoped('contracts:read')
@ObjectType('ByPledgeViolation', { implements: Node, description: 'One recorded fact of a violation (нарушение).' })
export class ByPledgeViolation extends Node {
  readonly __typename = 'ByPledgeViolation' as const;

  @Field(() => String, { description: 'Clause that was violated.' })
  clause!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the violation.' })
  committedOn!: string;

  @Field(() => MoneyType, { nullable: true, description: 'Estimated loss.' })
  estimatedLoss!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Loss that was claimed (убытки).' })
  loss!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Fine that was charged (штраф).' })
  fine!: Money | null;
}

export const violationConnection = connectionOf(ByPledgeViolation, 'ByPledgeViolation');

export const toViolation = (row: ViolationRecord): ByPledgeViolation => ({
  ...row,
  __typename: 'ByPledgeViolation',
  id: toGlobalId('ByPledgeViolation', row.id),
  estimatedLoss: byn(row.estimatedLoss),
  loss: byn(row.loss),
  fine: byn(row.fine),
});
