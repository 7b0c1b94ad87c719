import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installIn } from './install';
import { makePlugin } from './make-plugin';
import { requirePluginId } from './plugin-id';

const root = join(__dirname, '..', '..');
const COPIED = [
  'gateway',
  'modules',
  'plugins',
  'schema',
  'scripts',
  'test',
  'jest.config.cjs',
  'ormconfig.ts',
  'package.json',
  'tsconfig.json',
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
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', JEST_WORKER_ID: undefined },
    });
    return { status, output: `${stdout}${stderr}` };
  };

  it('bears its own name everywhere, in texts and in file names', () => {
    const { files } = makePlugin(copy, 'kz-mfo');
    expect(files).toContain('plugins/kz-mfo/kz-mfo.plugin.ts');
    expect(files.filter((path) => /template/i.test(path))).toEqual([]);
    const old = files.filter((path) => /xx[-_]?template|1700000009000|'xx'|'XX'/i.test(readFileSync(join(copy, path), 'utf8')));
    expect(old).toEqual([]);
    expect(readFileSync(join(copy, 'plugins/index.ts'), 'utf8')).toContain("import { kzMfo } from './kz-mfo';");
  });

  it('is not made over another one', () => {
    const before = readdirSync(join(copy, 'plugins', 'kz-mfo'));
    expect(() => makePlugin(copy, 'kz-mfo')).toThrow('plugins/kz-mfo is there already');
    expect(() => makePlugin(copy, 'by-pledge')).toThrow('plugins/by-pledge is there already');
    expect(readdirSync(join(copy, 'plugins', 'kz-mfo'))).toEqual(before);
    expect(existsSync(join(copy, 'plugins', 'by-pledge', 'kz-mfo.plugin.ts'))).toBe(false);
  });

  it('compiles', () => {
    const { status, output } = run('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json');
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
    const { status, output } = run('jest/bin/jest.js', '--ci', '--verbose', 'plugins/kz-mfo', 'test/conformance/plugins', 'test/made');
    expect(output).toContain('plugin kz-mfo');
    expect(output).toContain('✓ shows in the graph');
    expect(output).not.toContain('✕');
    expect(status).toBe(0);
  }, 240_000);
});
