import type { PluginDefinition } from '../plugin-definition';
import type { ConformanceTools, PluginConformance } from './conformance';
import { conformanceTests } from './suite';

/**
 * The conformance suite as tests of the runner, one per demand.
 * An exception in `skip` must name a test of the suite and say why; it is then expected to fail, so that it cannot outlive its reason.
 */
export function describePlugin(plugin: PluginDefinition, conformance: PluginConformance, tools: ConformanceTools): void {
  const reasons = new Map((conformance.skip ?? []).flatMap(({ reason, tests }) => tests.map((name) => [name, reason.trim()] as const)));
  for (const [name, reason] of reasons) {
    if (!conformanceTests.some((test) => test.name === name))
      throw new Error(`${plugin.id} skips "${name}", which is no test of the suite.`);
    if (reason === '') throw new Error(`${plugin.id} skips "${name}" without a reason.`);
  }
  describe(`plugin ${plugin.id}`, () => {
    for (const test of conformanceTests) {
      const reason = reasons.get(test.name);
      it(reason ? `${test.name} — excepted: ${reason}` : test.name, async () => {
        const problems = await test.run(plugin, conformance, tools);
        if (reason) expect(problems).not.toEqual([]);
        else expect(problems).toEqual([]);
      });
    }
  });
}
