import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../../modules/applications';
import { today } from '../../modules/calendar';
import type { GraphContext } from '../../modules/commands';
import { money } from '../../modules/money';
import { resolveRules } from '../../modules/rules';
import type { Decimal } from '../../schema/base';
import { Scoped } from '../../schema/base';
import { baseValueOn } from './base-value';
import { ByPledgeTerms } from './by-pledge.type';
import { pledgeByApplication } from './pledge';
import { ByPledgePledge, toPledge } from './pledge/pledge.type';
import { rules } from './rules';
import { violationFine } from './violations/violation-fine';

@Resolver(() => Application)
export class ByPledgeApplicationResolver {
  @FieldResolver(() => ByPledgeTerms, {
    nullable: true,
    description: 'Terms of the pledge that would secure the loan; null when no edition is in force for the lender (залог, Беларусь).',
  })
  @Scoped('applications:read')
  byPledge(@Root() application: Application, @Ctx() { lender, clock, extensions }: GraphContext): ByPledgeTerms | null {
    if (!lender) return null;
    const on = today(clock, lender.zone);
    const resolved = resolveRules(extensions, rules.plugin, lender.code, on);
    if (!resolved.edition) return null;
    const selfSale = rules.read(resolved, 'selfSale.max');
    const fine = rules.read(resolved, 'violation.fine');
    const grace = rules.read(resolved, 'grace.period');
    const baseValue = baseValueOn(on)?.value ?? null;
    const inCurrency = (amount: Decimal | null | undefined) => (amount ? money(amount, lender.currency) : null);
    return {
      applicationRowId: application.rowId,
      edition: resolved.edition.id,
      baseValue: inCurrency(baseValue),
      selfSaleLimit: inCurrency(baseValue && selfSale?.decimal.times(baseValue)),
      violationFine: inCurrency(baseValue && fine && violationFine(fine, baseValue)),
      gracePeriodMonths: grace?.value ?? null,
      clauses: [selfSale, fine, grace].flatMap((bound) => bound?.citations.map(({ clause }) => clause) ?? []),
    };
  }
}

@Resolver(() => ByPledgeTerms)
export class ByPledgeTermsResolver {
  @FieldResolver(() => ByPledgePledge, {
    nullable: true,
    description: 'The pledge of the application; null where it is of another product (залог).',
  })
  @Scoped('contracts:read')
  async pledge(@Root() terms: ByPledgeTerms, @Ctx() context: GraphContext): Promise<ByPledgePledge | null> {
    const row = await context.loaders.one(pledgeByApplication, terms.applicationRowId);
    return row && toPledge(row);
  }
}
