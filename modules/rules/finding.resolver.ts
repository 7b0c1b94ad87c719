import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Locale, sentence } from '../../schema/base';
import type { GraphContext } from '../commands';
import { ClauseType } from './clause.type';
import { type ClauseView, findClause } from './clause-lookup';
import type { Finding } from './finding';
import { FindingFact, FindingType } from './finding.type';

@Resolver(() => FindingType)
export class FindingResolver {
  @FieldResolver(() => String, { description: 'A sentence that says what to do, in the language of `Accept-Language`.' })
  message(@Root() finding: Finding, @Ctx() { errors, locale }: GraphContext): string {
    const definition = errors.find(finding.code);
    // A code without a sentence is caught by the tests of its owner; the finding itself must still be seen.
    return definition ? sentence(definition, locale, finding.facts) : finding.code;
  }

  @FieldResolver(() => [ClauseType], { description: 'Clauses that bound; none for a failure of form (пункты).' })
  clauses(@Root() finding: Finding, @Ctx() { extensions, locale, visiblePlugins }: GraphContext): readonly ClauseView[] {
    return clauseViews(finding.clauses, finding.edition ?? null, { extensions, locale, visiblePlugins });
  }

  @FieldResolver(() => [FindingFact], { description: 'The values used.' })
  facts(@Root() finding: Finding): readonly FindingFact[] {
    return Object.entries(finding.facts).map(([name, value]) => ({ name, value: value === null ? null : String(value) }));
  }
}

type ClauseContext = Pick<GraphContext, 'extensions' | 'visiblePlugins'> & { readonly locale: Locale };

/** Clauses as they are shown; those of plugins outside the caller's schema are passed over. */
export function clauseViews(ids: readonly string[], edition: string | null, context: ClauseContext): readonly ClauseView[] {
  return ids.flatMap((id) => {
    const view = findClause(context.extensions, id, edition, context.locale);
    return view && context.visiblePlugins.has(view.plugin) ? [view] : [];
  });
}
