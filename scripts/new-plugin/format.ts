import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** Puts imports and lines into the project's order: the new names are longer or shorter than the template's. */
export function format(root: string, paths: readonly string[]): void {
  const biome = createRequire(`${root}/`).resolve('@biomejs/biome/bin/biome');
  const { status, stderr } = spawnSync(process.execPath, [biome, 'check', '--write', ...paths], { cwd: root, encoding: 'utf8' });
  if (status !== 0) console.error(`The new files are not formatted; \`npm run lint -- --fix\` does it.\n${stderr}`);
}
