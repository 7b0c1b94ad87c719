// Compiles the package to ESM and CommonJS, each with its types: `npm run build`, or by `npm pack` itself.
const { spawnSync } = require('node:child_process');
const { rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { node, root } = require('../../scripts/run.cjs');

const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const FORMATS = {
  esm: [],
  cjs: ['--module', 'commonjs', '--moduleResolution', 'bundler', '--outDir', 'dist/cjs'],
};

rmSync(join(__dirname, 'dist'), { recursive: true, force: true });
for (const [format, options] of Object.entries(FORMATS)) {
  const { status } = spawnSync(node(), [compiler, '-p', 'tsconfig.json', ...options], { cwd: __dirname, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(join(__dirname, 'dist', format, 'package.json'), `{ "type": "${format === 'esm' ? 'module' : 'commonjs'}" }\n`);
}
