// Installs what the measurements need on first use, builds what changed, and measures: `npm run bench -- read --json`.
const { spawnSync } = require('node:child_process');
const { existsSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { compile, node, root } = require('./run.cjs');

const bench = join(root, 'bench');

function isInstalled() {
  const installed = join(bench, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(bench, 'package-lock.json')).mtimeMs;
}

/** Stdout belongs to the measurement: npm's report goes to stderr. */
function install() {
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm ? [process.execPath, npm] : ['npm'];
  return spawnSync(command, [...before, 'ci'], { cwd: bench, stdio: ['ignore', 2, 2], shell: !npm }).status ?? 1;
}

function main(args) {
  const failed = (isInstalled() ? 0 : install()) || compile();
  return failed || (spawnSync(node(), [join(bench, 'main.ts'), ...args], { cwd: root, stdio: 'inherit' }).status ?? 1);
}

process.exitCode = main(process.argv.slice(2));
