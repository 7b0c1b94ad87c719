import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Rules that a tree of these files breaks, as `rule: file → file`. */
function violations(files: Readonly<Record<string, string>>): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-boundaries-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), content);
    }
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0]!))];
    const cli = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const cruised = spawnSync(
      process.execPath,
      [cli, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...folders],
      {
        cwd: directory,
        encoding: 'utf8',
      },
    );
    const { summary } = JSON.parse(cruised.stdout) as {
      summary: { violations: Array<{ rule: { name: string }; from: string; to: string }> };
    };
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const A = 'export const a = 1;\n';

describe('the dependency rule', () => {
  it('lets each layer use what it may', () => {
    expect(
      violations({
        'schema/base/index.ts': A,
        'schema/index.ts': "export { a } from '../modules';\n",
        'modules/index.ts': "export { a } from './first';\n",
        'modules/first/index.ts': "export { a } from './inner';\n",
        'modules/first/inner.ts': "export { a } from '../second';\nexport { a as b } from '../../schema/base';\n",
        'modules/second/index.ts': A,
        'plugins/kit/index.ts': "export { a } from '../../modules/first';\n",
        'plugins/one/index.ts': "export { a } from '../kit';\nexport { a as b } from '../../modules/second';\n",
        'gateway/main.ts': "export { a } from '../plugins/kit';\nexport { a as b } from '../schema';\n",
      }),
    ).toEqual([]);
  });

  const bad = [
    ['base-imports-libraries-only', 'schema/base/x.ts', 'modules/first/index.ts'],
    ['modules-know-base-and-each-others-contracts', 'modules/second/a.ts', 'modules/first/inner.ts'],
    ['modules-know-base-and-each-others-contracts', 'modules/second/b.ts', 'plugins/one/index.ts'],
    ['modules-know-base-and-each-others-contracts', 'modules/second/c.ts', 'schema/compose.ts'],
    ['schema-knows-modules-and-kit', 'schema/x.ts', 'modules/first/inner.ts'],
    ['kit-knows-modules-contracts', 'plugins/kit/x.ts', 'modules/first/inner.ts'],
    ['plugins-know-kit-and-modules-contracts', 'plugins/two/a.ts', 'modules/first/inner.ts'],
    ['no-plugin-to-plugin', 'plugins/two/b.ts', 'plugins/one/index.ts'],
    ['no-plugin-to-plugin', 'plugins/two/c.spec.ts', 'plugins/one/index.ts'],
    ['nothing-imports-the-gateway', 'modules/second/d.ts', 'gateway/main.ts'],
    ['nothing-imports-the-gateway', 'plugins/two/d.ts', 'gateway/main.ts'],
    ['only-contracts-across-folders', 'gateway/x.ts', 'modules/first/inner.ts'],
    ['only-contracts-across-folders', 'gateway/y.ts', 'plugins/one/index.ts'],
    ['packages-stand-alone', 'packages/one/src/a.ts', 'schema/base/index.ts'],
    ['no-test-code-in-the-product', 'modules/second/e.ts', 'test/support/helper.ts'],
    ['no-test-code-in-the-product', 'modules/second/f.ts', 'modules/second/y.spec.ts'],
    ['no-unresolved', 'modules/second/g.ts', 'modules/second/missing.ts'],
  ] as const;
  let found: string[];
  beforeAll(() => {
    const files: Record<string, string> = {};
    for (const [rule, , to] of bad) if (rule !== 'no-unresolved') files[to] = A;
    for (const [, from, to] of bad) {
      // Also an import of a type is a dependency.
      files[from] =
        `import type { a } from '${'../'.repeat(from.split('/').length - 1)}${to.replace(/\.ts$/, '')}';\nexport type X = typeof a;\n`;
    }
    found = violations(files);
  });

  it.each(bad)('%s: finds %s → %s', (rule, from, to) => {
    const target = rule === 'no-unresolved' ? '../../modules/second/missing' : to;
    expect(found).toContain(`${rule}: ${from} → ${target}`);
  });

  it('has a bad example for each of its rules', () => {
    const { forbidden } = jest.requireActual<{ forbidden: Array<{ name: string }> }>('../../.dependency-cruiser.cjs');
    expect(forbidden.map(({ name }) => name).filter((name) => !bad.some(([rule]) => rule === name))).toEqual([]);
  });
});
