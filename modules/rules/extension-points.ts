import { defineExtensionPoint } from '../../schema/base';
import type { ClauseRegister } from './clause';
import type { LenderRules, Statute } from './lender-rules';
import type { AnyRuleSet } from './rule-set';
import type { Validator } from './validator';

/** A plugin's parameters, facts and codes: one per plugin. */
export const ruleParameters = defineExtensionPoint<AnyRuleSet>('rules.parameters');

/** Editions, one contribution per lender. */
export const ruleEditions = defineExtensionPoint<LenderRules>('rules.editions');

/** Statutes, one contribution per act. */
export const ruleStatutes = defineExtensionPoint<Statute>('rules.statutes');

export const ruleValidators = defineExtensionPoint<Validator>('rules.validators');

/** The clauses of the plugin's documents: one register per plugin. */
export const ruleClauses = defineExtensionPoint<ClauseRegister>('rules.clauses');
