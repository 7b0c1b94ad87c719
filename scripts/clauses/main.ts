import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { clauseFaults } from './check';
import { citedClauses } from './cited-clauses';
import { countClauses, provenClauses } from './count';
import { staleFiles, writeGenerated } from './generate';
import { readRegisters } from './registers';
import { clausesPage, readClausesPage, terminalTable } from './table';
import { lastRun, runClauseTests } from './test-run';

const usage = `npm run clauses              the table, from a run of the clauses' tests
  -- --json                  the same as JSON, alone on stdout
  -- --from-last-run         from what the last \`npm test\` recorded
  -- --missing               also the clauses in scope that are not cited or not proven
  -- --write                 writes docs/clauses.md
  -- --check                 fails below the committed table, on unknown ids and on gaps in complete documents
  -- --generate              writes plugins/*/clauses.generated.ts and stops`;

const options = ['--json', '--from-last-run', '--missing', '--write', '--check', '--generate'] as const;
type Option = (typeof options)[number];

function main(root: string, args: readonly string[]): number {
  const unknown = args.filter((arg) => !options.includes(arg as Option));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(' ')}\n${usage}`);
    return 2;
  }
  const wants = (option: Option) => args.includes(option);
  const files = readRegisters(root);
  if (wants('--generate')) {
    for (const path of writeGenerated(files, root)) console.error(`written ${relative(root, path)}`);
    return 0;
  }

  const tests = wants('--from-last-run') ? lastRun(root) : runClauseTests(root);
  const cited = citedClauses(root);
  const proven = provenClauses(files, tests);
  const counts = countClauses(files, cited, proven);
  console.log(wants('--json') ? JSON.stringify(counts) : terminalTable(counts));
  if (wants('--missing')) {
    for (const { id, kind } of files.flatMap((file) => file.clauses)) {
      if (kind !== 'out-of-scope' && !(cited.has(id) && proven.has(id)))
        console.error(`${cited.has(id) ? 'not proven' : 'not cited '}  ${kind.padEnd(12)}  ${id}`);
    }
  }

  const page = join(root, 'docs', 'clauses.md');
  if (wants('--write')) writeFileSync(page, clausesPage(counts));
  if (!wants('--check')) return 0;
  const committed = existsSync(page) ? readClausesPage(readFileSync(page, 'utf8')) : [];
  const stale = staleFiles(files, root).map((path) => `${relative(root, path)} is stale: run \`npm run clauses -- --generate\`.`);
  const faults = [...stale, ...clauseFaults({ files, tests, cited, proven, counts, committed })];
  for (const fault of faults) console.error(fault);
  return faults.length > 0 ? 1 : 0;
}

process.exitCode = main(process.cwd(), process.argv.slice(2));
