import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const passedOver = new Set(['node_modules', 'dist', '.cache', '.data']);

/** TypeScript files under some folders of the project, sorted. */
export function sourceFiles(root: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => filesIn(join(root, folder))).sort();
}

function filesIn(directory: string): string[] {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : filesIn(path);
    return /\.ts$/.test(entry.name) ? [path] : [];
  });
}
