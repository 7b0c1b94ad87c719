import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFiles } from '../clauses/source-files';
import { clausesOfName, lastRun } from '../clauses/test-run';
import { type Mutation, nameOf } from './mutate';

export interface Judged extends Mutation {
  readonly cited: string;
  /** `SURVIVED`: every test that bears the clause passed all the same. `UNTESTED`: none bears it. */
  readonly outcome: 'KILLED' | 'SURVIVED' | 'UNTESTED';
}

export interface RunOptions {
  readonly root: string;
  /** Address of a server with the migrated template. */
  readonly databaseUrl: string;
  /** Milliseconds for one run of tests. */
  readonly timeout: number;
}

/** Files of tests that bear each clause, and the clauses' own patterns; from what the last run of all tests recorded. */
export function testsByClause(root: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const test of lastRun(root))
    for (const clause of clausesOfName(test.titles)) found.set(clause, (found.get(clause) ?? new Set<string>()).add(test.path));
  return new Map([...found].map(([clause, paths]) => [clause, [...paths]]));
}

/** Specs that speak of law: a statute's points are no clauses of a register, so that tests of law bear the statute's id in their text. */
export function testsOfStatute(root: string, statute: string): readonly string[] {
  return sourceFiles(root, ['plugins'])
    .filter((path) => path.endsWith('.spec.ts'))
    .filter((path) => readFileSync(path, 'utf8').includes(`${statute}/`));
}

/** Runs the tests of one mutation; a failing one kills it. */
export async function judge(
  mutation: Mutation & { readonly cited: string },
  files: readonly string[],
  clause: string | null,
  options: RunOptions,
): Promise<Judged> {
  if (files.length === 0) return { ...mutation, outcome: 'UNTESTED' };
  const passed = await passes(files, clause, nameOf(mutation), options);
  return { ...mutation, outcome: passed ? 'SURVIVED' : 'KILLED' };
}

/** Names that bear a clause, alone or among others: `<id> · sentence`, `<id>, <id> · sentence`. */
export function namesWith(clause: string): string {
  return `(?:^|[ ,])${clause.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:, [^·]*)? ·`;
}

/** Whether all tests pass; a run that takes too long fails. */
export function passes(files: readonly string[], clause: string | null, mutation: string, options: RunOptions): Promise<boolean> {
  const { root, databaseUrl, timeout } = options;
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const named = clause ? ['--testNamePattern', namesWith(clause)] : [];
  const config = join(root, 'scripts', 'mutations', 'jest.config.cjs');
  const run: ChildProcess = spawn(
    process.execPath,
    [jest, '--config', config, '--rootDir', root, '--runInBand', '--bail', ...named, '--runTestsByPath', ...files],
    { cwd: root, env: { ...process.env, LEXGRAPH_MUTATION: mutation, TEST_POSTGRES_ADMIN_URL: databaseUrl }, stdio: 'ignore', timeout },
  );
  return new Promise((done) => run.once('exit', (code) => done(code === 0)));
}
