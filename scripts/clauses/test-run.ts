import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CitationUse } from '../../modules/rules/citation-trace';
import { sourceFiles } from './source-files';

/** A test whose name bears clauses, and what ran in it. */
export interface ClauseTest {
  readonly path: string;
  readonly name: string;
  /** Names of its groups and its own. */
  readonly titles: readonly string[];
  readonly passed: boolean;
  readonly hits: Readonly<Record<string, readonly CitationUse[]>>;
}

const record = (root: string): string => join(root, '.cache', 'clauses', 'last-run.json');

/** What the last run of all tests, or of the clauses' tests, recorded. Throws when there was none. */
export function lastRun(root: string): readonly ClauseTest[] {
  try {
    return JSON.parse(readFileSync(record(root), 'utf8'));
  } catch {
    throw new Error('No recorded test run: run `npm test` or `npm run clauses` first.');
  }
}

/** Runs the tests that bear clauses. Their report goes to stderr. */
export function runClauseTests(root: string): readonly ClauseTest[] {
  const specs = sourceFiles(root, ['modules', 'plugins', 'gateway', 'schema', 'test'])
    .filter((path) => path.endsWith('.spec.ts'))
    .filter((path) => readFileSync(path, 'utf8').includes(' · '));
  if (specs.length === 0) return [];
  rmSync(record(root), { force: true });
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  spawnSync(process.execPath, [jest, '--testNamePattern', ' · ', '--runTestsByPath', ...specs], {
    cwd: root,
    env: { ...process.env, LEXGRAPH_CLAUSE_RUN: '1' },
    stdio: ['ignore', 2, 2],
  });
  return lastRun(root);
}

/** Clause ids that a test's name bears: `<id> · sentence`, or `<id>, <id> · sentence`. */
export function clausesOfName(titles: readonly string[]): readonly string[] {
  return titles.flatMap((title) => {
    const [left, ...rest] = title.split(' · ');
    const ids = left!.split(', ');
    return rest.length > 0 && ids.every((id) => /^[\p{L}\d-]+\/\S+$/u.test(id)) ? ids : [];
  });
}
