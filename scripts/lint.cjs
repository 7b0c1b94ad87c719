// Checks the tree without running it: `npm run lint`, some steps of it (`-- types boundaries`), or mending it (`-- --fix`).
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');
const { node, root } = require('./run.cjs');

const bin = (...path) => join(root, 'node_modules', ...path);

/** Each step is a program of one package; what it finds it tells itself. */
const STEPS = {
  types: ['the whole tree type-checks', bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'],
  style: ['format and lint', bin('@biomejs', 'biome', 'bin', 'biome'), 'check'],
  boundaries: [
    'who may import whom',
    bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.cjs', 'modules', 'schema', 'plugins', 'gateway', 'packages', 'ormconfig.ts'],
  ],
  lock: ['the lockfile names the builds of every platform', join(root, 'scripts', 'lockfile.cjs')],
  unused: ['files, exports and dependencies that nothing uses', bin('knip', 'bin', 'knip.js')],
};

function main(args) {
  const fix = args.includes('--fix');
  const wanted = args.filter((arg) => arg !== '--fix');
  const unknown = wanted.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. Steps are ${Object.keys(STEPS).join(', ')}.`);
    return 2;
  }
  const failed = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(STEPS)) {
    const [title, ...command] = STEPS[name];
    if (fix && name === 'style') command.push('--write');
    const started = Date.now();
    const { status, stdout, stderr } = spawnSync(node(), command, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(10)} ${seconds.padStart(5)} s  ${title}`);
    if (status === 0) continue;
    failed.push(name);
    process.stdout.write(`${stdout ?? ''}${stderr ?? ''}\n`);
  }
  if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}.`);
  return failed.length > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
