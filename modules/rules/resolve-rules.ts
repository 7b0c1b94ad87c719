import type { Extensions } from '../../schema/base';
import { ruleEditions, ruleParameters, ruleStatutes, ruleValidators } from './extension-points';
import type { ResolvedRules } from './resolved-rules';
import { type Day, type ResolveOptions, RuleBook } from './rule-book';
import { RulesLoadError } from './timeline';

const books = new WeakMap<Extensions, ReadonlyMap<string, RuleBook>>();

/**
 * The rule books of all plugins, checked. Call it once when the composition is complete:
 * a mistake in rules as data stops the start, not a decision. Throws `RulesLoadError`.
 */
export function loadRules(extensions: Extensions): ReadonlyMap<string, RuleBook> {
  const known = books.get(extensions);
  if (known) return known;
  const loaded = new Map<string, RuleBook>();
  for (const { plugin, value } of extensions.all(ruleParameters)) {
    if (loaded.has(plugin)) throw new RulesLoadError(plugin, 'the parameters are declared twice.');
    loaded.set(
      plugin,
      new RuleBook(value, extensions.of(ruleEditions, plugin), extensions.of(ruleStatutes, plugin), extensions.of(ruleValidators, plugin)),
    );
  }
  books.set(extensions, loaded);
  return loaded;
}

/** Edition and statutes that bind a lender's contract on a day, laid over each other. Shared and cached; never write to it. */
export function resolveRules(extensions: Extensions, plugin: string, lender: string, on: Day, options: ResolveOptions = {}): ResolvedRules {
  const book = loadRules(extensions).get(plugin);
  if (!book) throw new Error(`${plugin} contributes no rules.`);
  return book.resolve(lender, on, options);
}
