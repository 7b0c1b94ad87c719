import { corePorts } from '../core-ports';
import { type PluginProblem, pluginProblem } from '../problem';
import type { Check } from './check';

/** Adapters for ports that exist, simulators where simulators belong. */
export const checkPorts: Check = (plugin) => {
  const known = new Set([...corePorts, ...plugin.ports].map((port) => port.id));
  const problems: PluginProblem[] = [];
  for (const adapter of [...plugin.adapters, ...plugin.simulators]) {
    const contribution = `adapter ${adapter.name}`;
    if (!known.has(adapter.port.id)) {
      problems.push(pluginProblem('PLUGIN_PORT_UNKNOWN', { plugin: plugin.id, contribution, port: adapter.port.id }));
    }
    if (adapter.simulated !== plugin.simulators.includes(adapter)) {
      problems.push(pluginProblem('PLUGIN_ADAPTER_MISPLACED', { plugin: plugin.id, contribution }));
    }
  }
  return problems;
};
