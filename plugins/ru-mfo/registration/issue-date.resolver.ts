import { Temporal } from 'temporal-polyfill';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { dayOf } from '../../../modules/calendar';
import type { GraphContext } from '../../../modules/commands';
import { loader, statement } from '../../../modules/database';
import { resolveRules } from '../../../modules/rules';
import { LocalDateScalar, Scoped } from '../../../schema/base';
import { PLUGIN } from '../ids';
import { RuMfoContract } from '../ru-mfo.types';
import { rules } from '../rule-set';

const loanTransfer = loader(
  statement<{ applicationId: string; method: string; orderedAt: Date; settledAt: Date }>(
    'ru_mfo_loan_transfer',
    `select c.application_id as "applicationId", t.method, t.ordered_at as "orderedAt", t.settled_at as "settledAt"
     from core.transfer t join core.contract c on c.lender_id = t.lender_id and c.id = t.contract_id
     where c.application_id = any($1) and t.status = 'SETTLED' and t.purpose = 'LOAN'`,
  ),
  (row) => row.applicationId,
);

@Resolver(() => RuMfoContract)
export class RuMfoIssueDateResolver {
  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description:
      'Day on which the loan was issued: to an account the day on which the lender sent it, where its rules say so; else the day of receipt (дата выдачи).',
  })
  @Scoped('contracts:read')
  async issuedOn(@Root() own: RuMfoContract, @Ctx() context: GraphContext): Promise<Temporal.PlainDate | null> {
    const transfer = await context.loaders.one(loanTransfer, own.applicationRowId);
    if (!transfer || !context.lender) return null;
    const { zone, code } = context.lender;
    const day = (at: Date) => dayOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone);
    const received = day(transfer.settledAt);
    const basis = rules.read(resolveRules(context.extensions, PLUGIN, code, received), 'account.issueDate');
    return transfer.method === 'BANK_ACCOUNT' && basis?.value === 'LENDER_DEBIT_DATE' ? day(transfer.orderedAt) : received;
  }
}
