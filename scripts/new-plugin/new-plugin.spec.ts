import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIn } from './install';
import { requirePluginId } from './plugin-id';

const root = join(__dirname, '..', '..');
const COPIED = [
  'gateway',
  'modules',
  'packages',
  'plugins',
  'schema',
  'scripts',
  'test',
  '.gitignore',
  'biome.json',
  'jest.config.cjs',
  'ormconfig.ts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

describe('the name of a new plugin', () => {
  it.each([undefined, '', 'mfo', 'kazakhstan-mfo', 'kz-', 'kz-Mfo', 'kz_mfo', 'kz-1mfo', '../kz-mfo', 'kz-mfo/x', `kz-${'m'.repeat(40)}`])(
    'cannot be %p, and the refusal says what to write',
    (name) => {
      expect(() => requirePluginId(name)).toThrow(/kz-mfo|at most 40 characters/);
    },
  );

  it('may have several words', () => {
    expect(requirePluginId('kz-micro-loan2')).toBe('kz-micro-loan2');
  });
});

describe('the list of installed plugins', () => {
  const list = `import { byRent } from './by-rent';
import type { PluginDefinition } from './kit';

/** The installed plugins. */
export const installedPlugins: readonly PluginDefinition[] = [byRent];
`;

  it('takes one more, in order', () => {
    expect(installIn(list, { folder: 'ax-loan', name: 'axLoan' })).toBe(`import { axLoan } from './ax-loan';
import { byRent } from './by-rent';
import type { PluginDefinition } from './kit';

/** The installed plugins. */
export const installedPlugins: readonly PluginDefinition[] = [axLoan, byRent];
`);
  });

  it('in another form is left alone', () => {
    expect(() => installIn('export {};', { folder: 'ax-loan', name: 'axLoan' })).toThrow('put it back into that form');
  });
});

describe('a new plugin', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'lexgraph-new-plugin-'));
    for (const path of COPIED) cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', JEST_WORKER_ID: undefined },
    });
    return { status, output: `${stdout}${stderr}` };
  };

  const newPlugin = (...args: string[]) => run('scripts/run.cjs', 'scripts/new-plugin/main.ts', ...args);
  const filesOf = (id: string) =>
    readdirSync(join(copy, 'plugins', id), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  it('bears its own name everywhere, in texts and in file names', () => {
    const { status, output } = newPlugin('kz-mfo');
    expect(output).toContain('plugins/kz-mfo is made');
    expect(status).toBe(0);
    const files = filesOf('kz-mfo');
    expect(files.map(({ name }) => name)).toContain('kz-mfo.plugin.ts');
    const old = files.filter(({ name, parentPath }) =>
      /xx[-_]?template|1700000009000|'xx'|'XX'/i.test(`${name} ${readFileSync(join(parentPath, name), 'utf8')}`),
    );
    expect(old).toEqual([]);
    expect(readFileSync(join(copy, 'plugins/index.ts'), 'utf8')).toContain("import { kzMfo } from './kz-mfo';");
  }, 120_000);

  it('is not made over another one, nor under a bad name', () => {
    const before = filesOf('by-pledge').length;
    expect(newPlugin('by-pledge')).toEqual({ status: 1, output: expect.stringContaining('plugins/by-pledge is there already') });
    expect(newPlugin('KZ')).toEqual({ status: 1, output: expect.stringContaining('such as kz-mfo') });
    expect(filesOf('by-pledge')).toHaveLength(before);
  }, 120_000);

  it('is written in the project’s style', () => {
    const { status, output } = run('node_modules/@biomejs/biome/bin/biome', 'check', 'plugins');
    expect(output).toMatch(/No fixes applied/);
    expect(status).toBe(0);
  }, 120_000);

  it('compiles', () => {
    const { status, output } = run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
    expect(output).toBe('');
    expect(status).toBe(0);
  }, 120_000);

  it('passes its tests and conformance, and shows in the graph', () => {
    writeFileSync(
      join(copy, 'test', 'made.spec.ts'),
      `import { composeRegistry } from '../gateway/runtime/registry';
it('shows in the graph', () => {
  const { schema } = composeRegistry().maximal;
  expect(String((schema.getType('Application') as never as { getFields(): Record<string, { type: unknown }> }).getFields().kzMfo!.type)).toBe('KzMfoApplication');
  expect(schema.getMutationType()!.getFields()).toHaveProperty('kzMfoRecordVisit');
});
`,
    );
    const { status, output } = run(
      'node_modules/jest/bin/jest.js',
      '--ci',
      '--verbose',
      'plugins/kz-mfo',
      'test/conformance/plugins',
      'test/made',
    );
    expect(output).toContain('plugin kz-mfo');
    expect(output).toContain('✓ shows in the graph');
    expect(output).not.toContain('✕');
    expect(status).toBe(0);
  }, 240_000);
});
