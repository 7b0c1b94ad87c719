import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ClauseFile, readClauseFile } from '../../modules/rules/clause-file';

/** All registers of all plugins, sorted by plugin and document. */
export function readRegisters(root: string): readonly ClauseFile[] {
  const plugins = join(root, 'plugins');
  const paths = readdirSync(plugins, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => [...yamlIn(join(plugins, entry.name, 'clauses')), ...ofLenders(join(plugins, entry.name, 'lenders'))]);
  const files = paths.sort().map((path) => readClauseFile(path));
  const owners = new Map<string, string>();
  for (const file of files) {
    for (const { id } of file.clauses) {
      const earlier = owners.get(id);
      if (earlier) throw new Error(`${id} stands in ${earlier} and in ${file.plugin}/${file.document}: a clause has one owner.`);
      owners.set(id, `${file.plugin}/${file.document}`);
    }
  }
  return files;
}

/** A lender that is a folder of data keeps the register of its document there. */
function ofLenders(directory: string): string[] {
  return foldersIn(directory).flatMap((name) => yamlIn(join(directory, name)));
}

function foldersIn(directory: string): string[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

function yamlIn(directory: string): string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(directory, name));
  } catch {
    return [];
  }
}
