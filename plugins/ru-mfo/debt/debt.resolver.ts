import type { Temporal } from 'temporal-polyfill';
import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { balanceOn, contractById, debtOf, emptyState } from '../../../modules/contracts';
import { MoneyType } from '../../../modules/money';
import { uphold } from '../../../modules/rules';
import { type Decimal, LocalDateScalar, Scoped } from '../../../schema/base';
import { dutyOf } from '../lenders';
import { ruMfoErrors } from '../ru-mfo.errors';
import { RuMfoContract } from '../ru-mfo.types';

@Scoped('parent')
@ObjectType('RuMfoDebt', { description: 'The debt as the lender’s rules define it: three parts and their sum (задолженность).' })
export class RuMfoDebt {
  @Field(() => MoneyType, { description: 'Money lent and not repaid (основной долг).' })
  principal!: MoneyType;

  @Field(() => MoneyType, { description: 'Interest accrued and not paid (проценты).' })
  interest!: MoneyType;

  @Field(() => MoneyType, { description: 'Penalty (неустойка).' })
  penalty!: MoneyType;

  @Field(() => MoneyType, { description: 'The sum of the three (итого).' })
  total!: MoneyType;

  @Field(() => MoneyType, { description: 'Prices of services and expenses, owed beside it (услуги и издержки).' })
  beside!: MoneyType;
}

@Resolver(() => RuMfoContract)
export class DebtResolver {
  @FieldResolver(() => RuMfoDebt, { description: 'What is owed, principal, interest and penalty apart (задолженность).' })
  @Scoped('contracts:read')
  async debt(
    @Root() { contractRowId }: RuMfoContract,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'The day at whose end; the present without it.' })
    on: Temporal.PlainDate | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<RuMfoDebt> {
    const contract = (await context.loaders.one(contractById, contractRowId))!;
    const state = (await balanceOn(context, contract, on?.toString() ?? null)) ?? emptyState('');
    const { principal, interest, penalty, cost } = state;
    const total = principal.plus(interest).plus(penalty);
    const wrong = uphold(dutyOf(context.lender!.code, 'debt.parts'), debtOf(state).minus(cost).eq(total), 'RU_MFO_DEBT_MISMATCH');
    if (wrong) throw ruMfoErrors.error('RU_MFO_DEBT_MISMATCH');
    const show = (amount: Decimal): MoneyType => ({ amount, currency: contract.terms.currency });
    return { principal: show(principal), interest: show(interest), penalty: show(penalty), total: show(total), beside: show(cost) };
  }
}
