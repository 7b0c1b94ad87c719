// Compiles what changed and runs one script of the project: `node scripts/run.cjs scripts/clauses/main.ts --json`.
const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const root = dirname(__dirname);

/** Node 24 comes as a package; whatever newer Node runs this file will do as well. */
function node() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

const SOURCES = ['gateway', 'modules', 'plugins', 'schema', 'scripts', 'test', 'ormconfig.ts', 'package.json', 'package-lock.json'];
const CONFIGS = ['tsconfig.json', 'tsconfig.build.json'];
const STAMP = join(root, 'dist', '.compiled');

/** When something below was last written, made or removed. */
function lastChange(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const below = readdirSync(path, { withFileTypes: true }).filter(({ name }) => name !== 'node_modules');
  return Math.max(found.mtimeMs, ...below.map(({ name }) => lastChange(join(path, name))));
}

/** Whether nothing changed since the last compilation that succeeded; the compiler itself needs a second to say so. */
function isCompiled() {
  if (!existsSync(STAMP)) return false;
  const compiled = statSync(STAMP).mtimeMs;
  return [...SOURCES, ...CONFIGS].map((path) => join(root, path)).every((path) => !existsSync(path) || lastChange(path) < compiled);
}

/** Removes what was compiled from sources that are gone: a file left over would stand before a folder of its name. */
function prune(folder, sources) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [output, source] = [join(folder, entry.name), join(sources, entry.name)];
    if (entry.isDirectory()) {
      if (existsSync(source)) prune(output, source);
      else rmSync(output, { recursive: true });
    } else if (/\.js(\.map)?$/.test(entry.name) && !existsSync(source.replace(/\.js(\.map)?$/, '.ts'))) rmSync(output);
  }
}

/** Answers the compiler's exit code, 0 when there was nothing to do. */
function compile() {
  if (isCompiled()) return 0;
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  // The compiler's report goes to stderr: stdout belongs to the script.
  const built = spawnSync(node(), [compiler, '-p', join(root, 'tsconfig.build.json')], { cwd: root, encoding: 'utf8' });
  if (built.stdout) process.stderr.write(built.stdout);
  if (built.stderr) process.stderr.write(built.stderr);
  if (built.status === 0) {
    prune(join(root, 'dist'), root);
    writeFileSync(STAMP, '');
  }
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
