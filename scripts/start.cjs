// Builds what changed and starts the gateway in this process, so that signals reach it.
const { spawnSync } = require('node:child_process');
const { resolve } = require('node:path');

const root = resolve(__dirname, '..');
const build = spawnSync(
  process.execPath,
  [require.resolve('typescript/package.json').replace(/package\.json$/, 'bin/tsc'), '-p', 'tsconfig.build.json'],
  { cwd: root, stdio: 'inherit' },
);
if (build.status !== 0) process.exit(build.status ?? 1);
// Compiled code of the last start is kept: most of a warm start is reading modules.
require('node:module').enableCompileCache?.(resolve(root, '.cache/compiled'));
require('../dist/gateway/main.js');
