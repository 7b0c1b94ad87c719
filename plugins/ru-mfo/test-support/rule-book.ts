import {
  type FactSet,
  type LenderRules,
  type ResolvedRules,
  RuleBook,
  runValidator,
  type Validator,
  type Verdict,
} from '../../../modules/rules';
import { lenders } from '../lenders';
import { rules } from '../rule-set';
import { statutes } from '../statutes';
import { validators } from '../validators';

const book = new RuleBook(
  rules,
  lenders.map(({ editions }) => editions),
  statutes,
  validators,
);

/** The rules of a lender on a day. */
export const rulesOn = (day: string, lender = 'veritas'): ResolvedRules => book.resolve(lender, day);

type FactEntries = Parameters<typeof rules.factSet>[0];
/** Facts without their sources. */
export type PlainFacts = { readonly [K in keyof FactEntries]?: NonNullable<FactEntries[K]>[0] };

export function factsOf(facts: PlainFacts): FactSet {
  return rules.factSet(Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, [value, 'TEST']])) as FactEntries);
}

/** One validator on some facts, under the rules of a day. */
export const judge = (validator: Validator, facts: PlainFacts, day = '2023-04-01', lender = 'veritas'): Verdict =>
  runValidator(validator, factsOf(facts), rulesOn(day, lender));

/** Hash of the edition that a lender's altered rules have on that day. */
export const editionHashOf = (altered: LenderRules, day = '2023-04-01'): string =>
  new RuleBook(rules, [altered], statutes, validators).resolve(altered.lender, day).edition!.sha256;
