import { pluginNames } from '../../../schema/base';
import type { PluginDefinition } from '../plugin-definition';
import type { PluginProblem } from '../problem';
import type { Check } from './check';
import { checkDoubles } from './doubles';
import { checkIdentity } from './identity';
import { checkPorts } from './ports';
import { checkPrefixes } from './prefixes';
import { checkProperties } from './properties';
import { checkRules } from './rules';
import { checkSentences } from './sentences';
import { checkStorage } from './storage';

const checks: readonly Check[] = [
  checkProperties,
  checkIdentity,
  checkPrefixes,
  checkDoubles,
  checkSentences,
  checkStorage,
  checkPorts,
  checkRules,
];

/** Everything that can be told from a definition alone, without a database and without building a graph. */
export function checkPlugin(plugin: PluginDefinition): PluginProblem[] {
  const names = pluginNames(plugin.id);
  return checks.flatMap((check) => check(plugin, names));
}
