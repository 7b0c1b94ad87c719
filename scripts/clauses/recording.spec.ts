import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClauseTest, lastRun } from './test-run';

const project = join(__dirname, '../..');

/** Runs one spec in a jest of its own, with the project's recorder and reporter, and answers what was recorded. */
function record(spec: string, { asked = true, args = [] as string[] } = {}): readonly ClauseTest[] {
  mkdirSync(join(project, '.cache'), { recursive: true });
  const root = mkdtempSync(join(project, '.cache', 'recording-'));
  try {
    writeFileSync(
      join(root, 'x.spec.ts'),
      `import { citer, enforce, uphold } from '${join(project, 'modules/rules')}';\nconst cite = citer<string>('acme-law');\n${spec}`,
    );
    const { transform, transformIgnorePatterns } = require('../../jest.config.cjs');
    const config = {
      rootDir: root,
      testMatch: ['<rootDir>/*.spec.ts'],
      setupFiles: [require.resolve('reflect-metadata')],
      setupFilesAfterEnv: [join(project, 'test/support/citation-recorder.ts')],
      reporters: [join(project, 'test/support/clause-reporter.cjs')],
      transform: Object.fromEntries(
        Object.entries<[string, object]>(transform).map(([pattern, [, options]]) => [pattern, [require.resolve('@swc/jest'), options]]),
      ),
      transformIgnorePatterns,
    };
    const jest = join(project, 'node_modules/jest/bin/jest.js');
    const { LEXGRAPH_CLAUSE_TRACE: _, LEXGRAPH_CLAUSE_RUN: __, ...env } = process.env;
    spawnSync(process.execPath, [jest, '--config', JSON.stringify(config), ...args], {
      env: { ...env, ...(asked ? { LEXGRAPH_CLAUSE_RUN: '1' } : {}) },
    });
    return lastRun(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('a recorded run', () => {
  it('keeps for each test with a clause in its name what ran in it, and whether it passed', () => {
    const tests = record(`
      describe('rules', () => {
        it('acme-law/1 · holds and breaks', () => { uphold(cite('acme-law/1'), true, 'X'); uphold(cite('acme-law/1'), false, 'X'); });
        it('acme-law/2 · fails', () => { enforce(cite('acme-law/2')); throw new Error(); });
        it('acme-law/3 · runs nothing', () => {});
        it('bears no clause', () => { enforce(cite('acme-law/3')); });
      });`);
    expect(tests.map(({ titles, passed, hits }) => [titles, passed, hits])).toEqual([
      [['rules', 'acme-law/1 · holds and breaks'], true, { 'acme-law/1': ['PASS', 'FAIL'] }],
      [['rules', 'acme-law/2 · fails'], false, { 'acme-law/2': ['USED'] }],
      [['rules', 'acme-law/3 · runs nothing'], true, {}],
    ]);
  });

  it('is left as it was by a run of some tests only', () => {
    expect(() => record("it('acme-law/1 · runs', () => { enforce(cite('acme-law/1')); });", { asked: false, args: ['x.spec'] })).toThrow(
      'No recorded test run',
    );
  });
});
