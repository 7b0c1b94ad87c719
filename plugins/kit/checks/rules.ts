import { type LenderRules, RuleBook, type Validator } from '../../../modules/rules';
import { pluginNames } from '../../../schema/base';
import type { PluginDefinition } from '../plugin-definition';
import { type PluginProblem, pluginProblem } from '../problem';
import type { Check } from './check';

/** Rules that load, each resting on a clause of the plugin's own register. */
export const checkRules: Check = (plugin) => [
  ...checkLoading(plugin),
  ...(plugin.validators ?? [])
    .filter((validator) => validator.params.length + validator.optionalParams.length + validator.cites.length === 0)
    .map((validator) => pluginProblem('PLUGIN_VALIDATOR_UNCITED', { plugin: plugin.id, contribution: validator.id })),
  ...checkClauses(plugin),
  ...checkLenders(plugin),
  ...checkCodes(plugin),
];

/** Codes of the plugin's own; those without its prefix are the core's. */
function checkCodes(plugin: PluginDefinition): PluginProblem[] {
  const defined = new Set(plugin.errors.flatMap((set) => set.definitions.map((definition) => definition.code)));
  return Object.values(plugin.parameters?.codes ?? {})
    .filter((code) => code.startsWith(pluginNames(plugin.id).code) && !defined.has(code))
    .map((code) => pluginProblem('PLUGIN_CODE_UNDEFINED', { plugin: plugin.id, contribution: 'the rule set', code }));
}

function checkLoading(plugin: PluginDefinition): PluginProblem[] {
  const { parameters, editions = [], statutes = [], validators = [] } = plugin;
  if (!parameters) {
    const orphans = [...validators, ...editions, ...statutes].map(({ id }) => id);
    return orphans.map((contribution) => pluginProblem('PLUGIN_PARAMETERS_MISSING', { plugin: plugin.id, contribution }));
  }
  if (parameters.plugin !== plugin.id) {
    return [pluginProblem('PLUGIN_OWNER_WRONG', { plugin: plugin.id, contribution: 'the rule set', owner: parameters.plugin })];
  }
  try {
    new RuleBook(parameters, editions, statutes, validators);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [pluginProblem('PLUGIN_RULES_INVALID', { plugin: plugin.id, contribution: 'the rules', reason })];
  }
}

/** `cite` is typed by the register, but the register given here may be another one, or none. */
function checkClauses(plugin: PluginDefinition): PluginProblem[] {
  const known = new Set(plugin.clauses?.clauses.map(({ id }) => id));
  return [...(plugin.validators ?? []).map(citationsOfValidator), ...(plugin.editions ?? []).map(citationsOfEditions)].flatMap(
    ({ contribution, clauses }) =>
      [...new Set(clauses)]
        .filter((clause) => !known.has(clause))
        .map((clause) => pluginProblem('PLUGIN_CLAUSE_UNKNOWN', { plugin: plugin.id, contribution, clause })),
  );
}

function citationsOfValidator(validator: Validator) {
  return { contribution: `validator ${validator.id}`, clauses: validator.cites.map(({ clause }) => clause) };
}

function citationsOfEditions(rules: LenderRules) {
  const clauses = [rules.basis.clause];
  for (const entry of rules.timeline) {
    clauses.push(entry.citation.clause);
    if (entry.kind !== 'EDITION') continue;
    for (const value of Object.values(entry.entries)) if (typeof value !== 'symbol') clauses.push(value[1].clause);
  }
  return { contribution: `the editions ${rules.id}`, clauses };
}

function checkLenders(plugin: PluginDefinition): PluginProblem[] {
  const codes = new Set(plugin.lenders?.map(({ code }) => code));
  return (plugin.editions ?? [])
    .filter((rules) => !codes.has(rules.lender))
    .map((rules) => pluginProblem('PLUGIN_EDITION_LENDER_UNKNOWN', { plugin: plugin.id, contribution: rules.id, lender: rules.lender }));
}
