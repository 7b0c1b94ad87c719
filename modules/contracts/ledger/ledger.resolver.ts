import type { Temporal } from 'temporal-polyfill';
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Decimal, LocalDateScalar, PageArgs } from '../../../schema/base';
import type { GraphContext } from '../../commands';
import { pageKey } from '../../database';
import { contractById } from '../contract.record';
import { Contract, InstalmentType, toInstalment } from '../contract.type';
import { balanceOn } from './balance-on';
import { Debt, toDebt } from './debt.type';
import { ledgerByContract } from './ledger.record';
import { emptyState } from './ledger-state';
import { principalDueOf, versionOn } from './open-day';
import { postingPages } from './posting.record';
import { postingConnection, toPosting } from './posting.type';
import { schedulesByContract } from './schedule.record';
import { ScheduleVersion, toScheduleVersion } from './schedule.type';

@Resolver(() => Contract)
export class ContractLedgerResolver {
  @FieldResolver(() => Debt, {
    description:
      'What is owed, by the ledger; each part apart (задолженность). Of a past day as it was, of a coming one as it will be if nothing is paid until then.',
  })
  async debt(
    @Root() contract: Contract,
    @Arg('on', () => LocalDateScalar, { nullable: true, description: 'The day at whose end; the present without it.' })
    on: Temporal.PlainDate | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<Debt> {
    const record = (await context.loaders.one(contractById, contract.rowId))!;
    const state = await balanceOn(context, record, on?.toString() ?? null);
    if (!state) return toDebt(emptyState(''), new Decimal(0), null, contract.currency);
    const versions = await context.loaders.list(schedulesByContract, contract.rowId);
    return toDebt(
      state,
      principalDueOf(versionOn(versions, state.on).terms.schedule, state.principal, state.on),
      state.on,
      contract.currency,
    );
  }

  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description: 'The first day on which a payment was overdue that still is; null when none is (дата возникновения просрочки).',
  })
  async overdueSince(@Root() contract: Contract, @Ctx() context: GraphContext): Promise<string | null> {
    return (await context.loaders.one(ledgerByContract, contract.rowId))?.overdueSince ?? null;
  }

  @FieldResolver(() => postingConnection.Connection, {
    description: 'Every line of the contract’s ledger, the last posted first (история начислений и платежей).',
  })
  ledger(@Root() contract: Contract, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return postingConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(postingPages, pageKey(contract.rowId, bound, limit)),
      positionOf: ({ postedAt, id }) => ({ at: postedAt, id }),
      toNode: (row) => toPosting(row, contract.currency),
    });
  }

  @FieldResolver(() => [InstalmentType], { description: 'The schedule of payments that stands now (действующий график платежей).' })
  schedule(@Root() contract: Contract): InstalmentType[] {
    return contract.terms.schedule;
  }

  @FieldResolver(() => [ScheduleVersion], {
    description: 'All versions of the schedule, the first one first; none before the money was provided (история графика).',
  })
  async schedules(@Root() contract: Contract, @Ctx() context: GraphContext): Promise<ScheduleVersion[]> {
    const versions = await context.loaders.list(schedulesByContract, contract.rowId);
    return versions.map((version) => toScheduleVersion(version, (instalment) => toInstalment(instalment, contract.currency)));
  }
}
