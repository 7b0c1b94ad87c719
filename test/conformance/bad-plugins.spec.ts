import { PluginError } from '../../plugins/kit';
import { conformanceProblems, conformanceTests, describePlugin } from '../../plugins/kit/conformance';
import { type BadPlugin, badPlugins } from './bad-plugins';
import { definedWith } from './bad-plugins/bad-plugin';
import { conformanceTools } from './conformance-tools';

async function codesOf({ define, conformance = { fixtures: {} } }: BadPlugin): Promise<string[]> {
  try {
    return (await conformanceProblems(define(), conformance, conformanceTools)).map(({ code }) => code);
  } catch (error) {
    if (error instanceof PluginError) return error.codes;
    throw error;
  }
}

describe('the conformance suite', () => {
  it('lets a sound plugin pass, however little it brings', async () => {
    expect(await codesOf({ fault: 'none', code: '', define: () => definedWith() })).toEqual([]);
  });

  it.each(badPlugins.map((bad) => [bad.fault, bad] as const))('rejects %s', async (_, bad) => {
    // The named code, and nothing else: a bad plugin has one fault.
    expect(new Set(await codesOf(bad))).toEqual(new Set([bad.code, ...(bad.also ? [bad.also] : [])]));
  });

  it('takes no exception without a reason, and none for a test that is not there', () => {
    const skip = (reason: string, test: string) => () =>
      describePlugin(definedWith(), { fixtures: {}, skip: [{ reason, tests: [test] }] }, conformanceTools);
    expect(skip(' ', conformanceTests[0]!.name)).toThrow('without a reason');
    expect(skip('We like it so.', 'is perfect')).toThrow('no test of the suite');
  });
});
