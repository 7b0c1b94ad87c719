import { inScope } from '../../modules/rules/clause';
import type { ClauseFile } from '../../modules/rules/clause-file';
import { type ClauseTest, clausesOfName } from './test-run';

/** One line of the table. */
export interface ClauseCount {
  readonly plugin: string;
  readonly document: string;
  readonly entries: number;
  readonly inScope: number;
  readonly cited: number;
  readonly proven: number;
}

/**
 * Proven: a passing test bears the clause's id and code that cites the clause ran in it.
 * A `rule` must have been seen to hold and to be broken, over all such tests.
 */
export function provenClauses(files: readonly ClauseFile[], tests: readonly ClauseTest[]): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>();
  for (const test of tests) {
    if (!test.passed) continue;
    for (const id of clausesOfName(test.titles)) {
      const uses = seen.get(id) ?? new Set();
      for (const use of test.hits[id] ?? []) uses.add(use);
      seen.set(id, uses);
    }
  }
  const proven = files.flatMap((file) =>
    file.clauses.filter(({ id, kind }) => {
      const uses = seen.get(id) ?? new Set();
      return kind === 'rule' ? uses.has('PASS') && uses.has('FAIL') : uses.size > 0;
    }),
  );
  return new Set(proven.map(({ id }) => id));
}

export function countClauses(
  files: readonly ClauseFile[],
  cited: ReadonlySet<string>,
  proven: ReadonlySet<string>,
): readonly ClauseCount[] {
  return files.map(({ plugin, document, clauses }) => {
    const scoped = clauses.filter(inScope);
    return {
      plugin,
      document,
      entries: clauses.length,
      inScope: scoped.length,
      cited: scoped.filter(({ id }) => cited.has(id)).length,
      proven: scoped.filter(({ id }) => cited.has(id) && proven.has(id)).length,
    };
  });
}
