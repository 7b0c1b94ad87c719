import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pluginNames } from '../../schema/base';
import { installIn } from './install';
import { NewPluginError, replacements } from './plugin-id';

/** What was made: paths relative to the project. */
export interface MadePlugin {
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * Copies plugins/template to plugins/<id> under the new names and adds it to the installed plugins. All or nothing:
 * what would fail is found before the first file is written.
 * @throws NewPluginError when there is such a folder, or the list of plugins cannot be read
 */
export function makePlugin(root: string, id: string, now: Date = new Date()): MadePlugin {
  const folder = join(root, 'plugins', id);
  if (existsSync(folder)) throw new NewPluginError(`plugins/${id} is there already: choose another name, or remove the folder first.`);
  const template = join(root, 'plugins', 'template');
  const list = join(root, 'plugins', 'index.ts');
  const installed = installIn(readFileSync(list, 'utf8'), { folder: id, name: pluginNames(id).field });
  const rename = renaming(id, now);

  const files = filesIn(template).map((path) => ({
    path: join(folder, rename(relative(template, path))),
    text: textFor(path, id, rename),
  }));
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(list, installed);
  return { folder: relative(root, folder), files: files.map(({ path }) => relative(root, path)) };
}

function renaming(id: string, now: Date): (text: string) => string {
  // A lender and a migration of its own: both are lasting, so the template's must not come along.
  const lender = randomUUID();
  return (text) =>
    replacements(id)
      .reduce((changed, [from, to]) => changed.replaceAll(from, to), text)
      .replaceAll('0199f1c0-5a00-7000-8000-00000000ffff', lender)
      .replaceAll('1700000009000', String(now.getTime()));
}

function textFor(path: string, id: string, rename: (text: string) => string): string {
  const text = rename(readFileSync(path, 'utf8'));
  if (!path.endsWith('README.md')) return text;
  const [, ...rest] = text.split('\n\n').slice(1);
  return [`# ${id}`, 'Made from plugins/template; say here which document of which lender it carries out.', ...rest]
    .join('\n\n')
    .replace('## After copying', '## What to do next');
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
