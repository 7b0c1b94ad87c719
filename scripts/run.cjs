// Compiles what changed and runs one script of the project: `node scripts/run.cjs scripts/clauses/main.ts --json`.
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');

const root = dirname(__dirname);

/** Node 24 comes as a package; whatever newer Node runs this file will do as well. */
function node() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function compile() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // The compiler's report goes to stderr: stdout belongs to the script.
  const built = spawnSync(node(), [compiler, '-p', join(root, 'tsconfig.build.json')], { cwd: root, encoding: 'utf8' });
  if (built.stdout) process.stderr.write(built.stdout);
  if (built.stderr) process.stderr.write(built.stderr);
  return built.status ?? 1;
}

function main([script, ...rest]) {
  const failed = compile();
  if (failed) return failed;
  const compiled = join(root, 'dist', script.replace(/\.ts$/, '.js'));
  return spawnSync(node(), ['--enable-source-maps', compiled, ...rest], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

module.exports = { compile, node, root };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
