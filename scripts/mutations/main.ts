import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, provision, startEmbeddedServer } from '../../gateway/postgres';
import { ruMfo } from '../../plugins/ru-mfo';
import { mutationsOf, nameOf } from './mutate';
import { type Judged, judge, testsByClause, testsOfStatute } from './run-mutations';

const USAGE = `npm run test:mutations [-- --only TEXT] [--workers N] [--json]

Moves each parameter of each lender's editions and of each statute by one unit, and runs the tests that bear its clause:
one of them must fail. It needs the record of a run of all tests (npm test). --only: mutations whose name contains one of the texts, with commas between them. --workers: runs side by side, half the processors unless said.`;

const TIMEOUT = 180_000;

async function main(args: readonly string[]): Promise<number> {
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : [''];
  const workers = args.includes('--workers') ? Number(args[args.indexOf('--workers') + 1]) : Math.max(1, Math.floor(cpus().length / 2));
  const json = args.includes('--json');
  if (args.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  const root = process.cwd();
  const tests = testsByClause(root);
  const wanted = [
    ...ruMfo.editions!.flatMap((rules) => mutationsOf(rules.id, rules)),
    ...ruMfo.statutes!.flatMap((statute) => mutationsOf(statute.id, statute)),
  ].filter((mutation) => only.some((text) => nameOf(mutation).includes(text)));
  const statutes = new Set(ruMfo.statutes!.map(({ id }) => id));
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-mutations-'));
  chmodSync(directory, 0o755);
  const server = await startEmbeddedServer({ directory: join(directory, 'postgres'), durable: false });
  try {
    const urls = await provision(server.adminUrl, 'lexgraph_template');
    await migrate(urls.owner);
    const options = { root, databaseUrl: server.adminUrl, timeout: TIMEOUT };
    const judged: Judged[] = [];
    const waiting = [...wanted];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const law = statutes.has(next.owner);
        const files = law ? testsOfStatute(root, next.owner) : (tests.get(next.cited) ?? []);
        const result = await judge(next, files, law ? null : next.cited, options);
        judged.push(result);
        console.error(
          `${String(judged.length).padStart(4)} of ${wanted.length}  ${result.outcome.padEnd(8)}  ${nameOf(result)}  ${result.cited}`,
        );
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
    return report(judged, json);
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function report(judged: readonly Judged[], json: boolean): number {
  const left = judged.filter(({ outcome }) => outcome !== 'KILLED');
  if (json) console.log(JSON.stringify({ mutations: judged.length, killed: judged.length - left.length, left }, null, 1));
  else {
    console.log(`${judged.length} mutations, ${judged.length - left.length} killed.`);
    for (const one of left) console.log(`${one.outcome.padEnd(8)}  ${nameOf(one)}  ${one.cited}`);
  }
  return left.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  },
);
