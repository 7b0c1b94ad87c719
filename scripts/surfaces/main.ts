import 'reflect-metadata';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RoleTable } from '../../gateway/identity';
import { startEmbeddedServer } from '../../gateway/postgres';
import { composeRegistry } from '../../gateway/runtime/registry';
import { type DatabaseSurfaces, databaseSurfaces } from './database-surfaces';
import { authorisationTable, errorCodeTable, graphSurfaces } from './graph-surfaces';

const USAGE = `npm run surfaces              writes what reviewers read: graphs, rights, error codes, catalogues of the database
npm run surfaces -- --check   compares it with what is committed; fails where they differ`;

/** Folders in which every file is generated: one that nothing generates any more is a difference too. */
const GENERATED = ['schema/printed', 'schema/printed/sql'];

async function main(argument = '--write'): Promise<number> {
  if (argument !== '--check' && argument !== '--write') {
    console.error(USAGE);
    return 2;
  }
  const { maximal, errors, plugins } = composeRegistry();
  const files = graphSurfaces(maximal);
  files.set('docs/authorisation.md', authorisationTable(maximal, new RoleTable(plugins.flatMap(({ permissions }) => [...permissions]))));
  files.set('docs/error-codes.md', errorCodeTable(errors.all));
  const database = await freshDatabase();
  for (const [schema, catalogue] of database.catalogues) files.set(`schema/printed/sql/${schema}.sql.txt`, catalogue);

  const stale = GENERATED.flatMap((folder) => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []))
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => !files.has(path));
  const different = [...files]
    .filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content)
    .map(([path]) => path);

  if (argument === '--write') {
    for (const [path, content] of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
    for (const path of stale) rmSync(path);
    for (const path of [...different, ...stale]) console.log(`wrote ${path}`);
  } else {
    for (const path of different) console.error(`differs: ${path}${firstDifference(path, files.get(path)!)}`);
    for (const path of stale) console.error(`no longer generated: ${path}`);
    if (different.length + stale.length > 0) console.error('Run `npm run surfaces`, read what changed, and commit it.');
  }
  for (const problem of database.problems) console.error(problem);
  const failed = database.problems.length > 0 || (argument === '--check' && different.length + stale.length > 0);
  if (!failed)
    console.log(
      `${files.size} surfaces, ${argument === '--check' ? 'all as committed' : 'written'}; migrations go up, down and up; entities fit.`,
    );
  return failed ? 1 : 0;
}

async function freshDatabase(): Promise<DatabaseSurfaces> {
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-surfaces-'));
  // Run as root, the server becomes a user of its own, who must be able to pass through.
  chmodSync(directory, 0o755);
  const server = await startEmbeddedServer({ directory: join(directory, 'postgres'), durable: false });
  try {
    return await databaseSurfaces(server.adminUrl, 'surfaces');
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function firstDifference(path: string, content: string): string {
  if (!existsSync(path)) return ' (not committed)';
  const [before, after] = [readFileSync(path, 'utf8').split('\n'), content.split('\n')];
  const line = after.findIndex((text, i) => text !== before[i]);
  const at = line < 0 ? after.length : line;
  return `, line ${at + 1}\n  - ${before[at] ?? '(end)'}\n  + ${after[at] ?? '(end)'}`;
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
