// A lockfile names the builds of a package for every platform, or `npm ci` refuses it. npm leaves out those that the registry
// at hand did not offer on the day of the install; `--fix` writes them back from what their parents ask for.
const { readFileSync, writeFileSync } = require('node:fs');
const { resolve } = require('node:path');

const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const CPU = {
  arm: 'arm',
  arm64: 'arm64',
  armv7: 'arm',
  ia32: 'ia32',
  loong64: 'loong64',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
  wasm32: 'wasm32',
};

/** The platform that a build's name tells, e.g. `core-linux-x64-musl`; null for a package that is for all. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.map((word) => OS[word]).find(Boolean);
  const cpu = words.map((word) => CPU[word]).find(Boolean);
  if (!os || !cpu) return null;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : null;
  return { os: [os], cpu: [cpu], ...(libc && os === 'linux' ? { libc: [libc] } : {}) };
}

function missingBuilds(lock) {
  const missing = [];
  for (const [place, parent] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      const nested = `${place}/node_modules/${name}`;
      const hoisted = `node_modules/${name}`;
      const platform = platformOf(name);
      if (!platform || lock.packages[nested] || lock.packages[hoisted]) continue;
      missing.push({
        place: hoisted,
        entry: { version: range.replace(/^[\^~]/, ''), ...platform, ...(parent.dev ? { dev: true } : {}), optional: true },
      });
    }
  }
  return missing;
}

const fix = process.argv.includes('--fix');
let failed = false;
for (const folder of ['.', 'bench']) {
  const file = resolve(__dirname, '..', folder, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingBuilds(lock);
  if (missing.length === 0) continue;
  if (!fix) {
    console.error(`${folder}/package-lock.json lacks ${missing.length} builds for other platforms: run node scripts/lockfile.cjs --fix`);
    failed = true;
    continue;
  }
  for (const { place, entry } of missing) lock.packages[place] = entry;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${folder}/package-lock.json: ${missing.length} builds written back.`);
}
process.exit(failed ? 1 : 0);
