import type { PluginDefinition } from '../plugin-definition';
import type { ConformanceProblem, ConformanceTest, ConformanceTools, PluginConformance } from './conformance';
import { definitionTests } from './definition.test-set';
import { graphTests } from './graph.test-set';
import { tableTests } from './table.test-set';
import { validatorTests } from './validator.test-set';

/** All tests that a plugin must pass, in the order in which their failures are easiest to read. */
export const conformanceTests: readonly ConformanceTest[] = [...definitionTests, ...graphTests, ...validatorTests, ...tableTests];

/** Runs the whole suite outside of a test runner; answers all that is wrong. */
export async function conformanceProblems(
  plugin: PluginDefinition,
  conformance: PluginConformance,
  tools: ConformanceTools,
): Promise<ConformanceProblem[]> {
  const problems: ConformanceProblem[] = [];
  for (const test of conformanceTests) problems.push(...(await test.run(plugin, conformance, tools)));
  return problems;
}
