import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../../modules/commands';
import { pageKey } from '../../../modules/database';
import { keyOf, PageArgs, rowIdOf, Scoped } from '../../../schema/base';
import { sumFindings } from '../command-support/sums';
import { ByPledgeEnforcementPayload, coursePayload } from '../pledge/course-payload';
import { ByPledgePledge } from '../pledge/pledge.type';
import {
  ByPledgeFileSuitInput,
  ByPledgeListForSaleInput,
  ByPledgeOpenForeclosureInput,
  ByPledgeRecordDecisionInput,
  ByPledgeRecordSaleInput,
  ByPledgeSettleSaleInput,
} from './foreclosure.inputs';
import { foreclosurePages } from './foreclosure.record';
import { foreclosureConnection, toForeclosure } from './foreclosure.type';
import { openForeclosure } from './open-foreclosure.command';
import { fileSuit, listForSale, recordDecision, recordSale, settleSale } from './steps.commands';

@Resolver()
export class ByPledgeForeclosureMutations {
  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Opens a case of foreclosure (обращение взыскания).' })
  @Scoped('contracts:write')
  async byPledgeOpenForeclosure(
    @Arg('input', () => ByPledgeOpenForeclosureInput, { description: 'What is done.' }) input: ByPledgeOpenForeclosureInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      pledgeId: rowIdOf('ByPledgePledge', input.pledgeId),
      route: input.route,
      basis: input.basis,
      violationId: input.violationId ? rowIdOf('ByPledgeViolation', input.violationId) : null,
    };
    return coursePayload(await context.execute(openForeclosure, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Files the suit (иск).' })
  @Scoped('contracts:write')
  async byPledgeFileSuit(
    @Arg('input', () => ByPledgeFileSuitInput, { description: 'What is done.' }) input: ByPledgeFileSuitInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      forum: input.forum,
    };
    return coursePayload(await context.execute(fileSuit, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records the court’s decision (решение суда).' })
  @Scoped('contracts:write')
  async byPledgeRecordDecision(
    @Arg('input', () => ByPledgeRecordDecisionInput, { description: 'What is done.' }) input: ByPledgeRecordDecisionInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      isAllowed: input.isAllowed,
    };
    return coursePayload(await context.execute(recordDecision, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Offers the item for sale (объявление о продаже).' })
  @Scoped('contracts:write')
  async byPledgeListForSale(
    @Arg('input', () => ByPledgeListForSaleInput, { description: 'What is done.' }) input: ByPledgeListForSaleInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const wrong = sumFindings({ startPrice: input.startPrice });
    if (wrong.length > 0) return coursePayload({ findings: wrong }, context);
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      way: input.way ?? null,
      reference: input.reference ?? null,
      site: input.site ?? null,
      startPrice: input.startPrice.amount.toFixed(),
      override: input.overrideKind ? { kind: input.overrideKind, document: input.overrideDocument ?? '' } : null,
    };
    return coursePayload(await context.execute(listForSale, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Records the sale and books the proceeds (продажа).' })
  @Scoped('contracts:write')
  async byPledgeRecordSale(
    @Arg('input', () => ByPledgeRecordSaleInput, { description: 'What is done.' }) input: ByPledgeRecordSaleInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const wrong = sumFindings({ proceeds: input.proceeds });
    if (wrong.length > 0) return coursePayload({ findings: wrong }, context);
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      soldOn: input.soldOn.toString(),
      proceeds: input.proceeds.amount.toFixed(),
    };
    return coursePayload(await context.execute(recordSale, command, keyOf(input)), context);
  }

  @Mutation(() => ByPledgeEnforcementPayload, { description: 'Settles the sale: a surplus goes back, a deficit stays due.' })
  @Scoped('contracts:write')
  async byPledgeSettleSale(
    @Arg('input', () => ByPledgeSettleSaleInput, { description: 'What is done.' }) input: ByPledgeSettleSaleInput,
    @Ctx() context: GraphContext,
  ): Promise<ByPledgeEnforcementPayload> {
    const command = {
      foreclosureId: rowIdOf('ByPledgeForeclosure', input.foreclosureId),
      destination: input.destination ?? null,
    };
    return coursePayload(await context.execute(settleSale, command, keyOf(input)), context);
  }
}

@Resolver(() => ByPledgePledge)
export class ByPledgeForeclosuresResolver {
  @FieldResolver(() => foreclosureConnection.Connection, { description: 'Cases of foreclosure, the newest first (взыскание).' })
  @Scoped('contracts:read')
  foreclosures(@Root() { record }: ByPledgePledge, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    return foreclosureConnection.page(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(foreclosurePages, pageKey(record.id, bound, limit)),
      positionOf: (row) => ({ at: row.openedAt, id: row.id }),
      toNode: toForeclosure,
    });
  }
}
