import { satisfies, validRange } from 'semver';
import { coreVersion } from '../../../schema/base';
import { type PluginProblem, pluginProblem } from '../problem';
import type { Check } from './check';

const ID = /^[a-z]{2}(-[a-z][a-z0-9]*)+$/;
// The id becomes part of PostgreSQL names, which end at 63 bytes.
const LONGEST_ID = 40;

export const checkIdentity: Check = ({ id: plugin, jurisdiction, coreRange, legalBasis }) => {
  const problems: PluginProblem[] = [];
  if (!/^[a-z]{2}$/.test(jurisdiction)) problems.push(pluginProblem('PLUGIN_JURISDICTION_INVALID', { plugin, contribution: jurisdiction }));
  const prefix = `${jurisdiction}-`;
  if (!ID.test(plugin) || !plugin.startsWith(prefix) || plugin.length > LONGEST_ID) {
    problems.push(pluginProblem('PLUGIN_ID_INVALID', { plugin, contribution: 'id', prefix }));
  }
  if (validRange(coreRange) === null) problems.push(pluginProblem('PLUGIN_CORE_RANGE_INVALID', { plugin, contribution: coreRange }));
  else if (!satisfies(coreVersion, coreRange, { includePrerelease: true })) {
    problems.push(pluginProblem('PLUGIN_CORE_RANGE_UNMET', { plugin, contribution: coreRange, version: coreVersion }));
  }
  if (legalBasis.length === 0 || legalBasis.some((act) => act.trim() === '')) {
    problems.push(pluginProblem('PLUGIN_LEGAL_BASIS_MISSING', { plugin, contribution: 'legalBasis' }));
  }
  return problems;
};
