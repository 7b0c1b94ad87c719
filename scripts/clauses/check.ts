import { inScope } from '../../modules/rules/clause';
import type { ClauseFile } from '../../modules/rules/clause-file';
import type { ClauseCount } from './count';
import { type ClauseTest, clausesOfName } from './test-run';

/** What a check compares. */
export interface ClauseCheck {
  readonly files: readonly ClauseFile[];
  readonly tests: readonly ClauseTest[];
  readonly cited: ReadonlySet<string>;
  readonly proven: ReadonlySet<string>;
  readonly counts: readonly ClauseCount[];
  /** The committed table. */
  readonly committed: readonly ClauseCount[];
}

/** Everything that must turn the build red, one sentence each. */
export function clauseFaults(check: ClauseCheck): readonly string[] {
  return [...fallenCounts(check), ...unknownIds(check), ...failedTests(check), ...gapsInComplete(check)];
}

function fallenCounts({ counts, committed }: ClauseCheck): string[] {
  if (committed.length === 0) return ['There is no committed table: run `npm run clauses -- --write`.'];
  return committed.flatMap((before) => {
    const now = counts.find((row) => row.plugin === before.plugin && row.document === before.document);
    const where = `${before.plugin}/${before.document}`;
    if (!now) return [`${where} is in the committed table and in no register.`];
    return (['entries', 'inScope', 'cited', 'proven'] as const)
      .filter((key) => now[key] < before[key])
      .map((key) => `${where}: ${key} fell from ${before[key]} to ${now[key]}.`);
  });
}

function unknownIds({ files, tests, cited }: ClauseCheck): string[] {
  const known = new Set(files.flatMap((file) => file.clauses.map(({ id }) => id)));
  const inNames = tests.flatMap((test) =>
    clausesOfName(test.titles)
      .filter((id) => !known.has(id))
      .map((id) => `${test.path}: a test is named after ${id}, which is in no register.`),
  );
  return [...inNames, ...[...cited].filter((id) => !known.has(id)).map((id) => `${id} is cited and in no register.`)];
}

function failedTests({ tests }: ClauseCheck): string[] {
  return tests.filter((test) => !test.passed && clausesOfName(test.titles).length > 0).map((test) => `Failed: ${test.name}`);
}

function gapsInComplete({ files, cited, proven }: ClauseCheck): string[] {
  return files
    .filter((file) => file.complete)
    .flatMap((file) => file.clauses.filter((clause) => inScope(clause) && !(cited.has(clause.id) && proven.has(clause.id))))
    .map(({ id }) => `${id} is in scope of a complete document and ${cited.has(id) ? 'not proven' : 'not cited'}.`);
}
