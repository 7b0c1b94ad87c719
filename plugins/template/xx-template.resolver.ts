import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../../modules/applications';
import { today } from '../../modules/calendar';
import type { GraphContext } from '../../modules/commands';
import { money } from '../../modules/money';
import { resolveRules } from '../../modules/rules';
import { Scoped } from '../../schema/base';
import { rules } from './rules';
import { visitsByApplication } from './visits/visit.record';
import { XxTemplateVisit } from './visits/visit.type';
import { XxTemplateApplication } from './xx-template.type';

/** The one field that the plugin adds to a core type: nullable, and named for the plugin. */
@Resolver(() => Application)
export class XxTemplateApplicationFieldResolver {
  @FieldResolver(() => XxTemplateApplication, {
    nullable: true,
    description: 'What the plugin xx-template knows of it; null for other plugins’ applications.',
  })
  @Scoped('applications:read')
  xxTemplate(@Root() application: Application, @Ctx() { lender, clock, extensions }: GraphContext): XxTemplateApplication | null {
    if (!lender || application.pluginId !== 'xx-template') return null;
    const resolved = resolveRules(extensions, 'xx-template', lender.code, today(clock, lender.zone));
    if (!resolved.edition) return null;
    const max = rules.read(resolved, 'loan.max');
    return {
      applicationRowId: application.rowId,
      edition: resolved.edition.id,
      loanMax: max && money(max.decimal, lender.currency),
    };
  }
}

@Resolver(() => XxTemplateApplication)
export class XxTemplateApplicationResolver {
  @FieldResolver(() => [XxTemplateVisit], { description: 'Visits to the client, the earliest first.' })
  visits(@Root() { applicationRowId }: XxTemplateApplication, @Ctx() { loaders }: GraphContext): Promise<readonly XxTemplateVisit[]> {
    return loaders.list(visitsByApplication, applicationRowId);
  }
}
