import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedServer } from '../../gateway/postgres';
import { printFaults } from './print-faults';
import { runFaults } from './run-faults';

const USAGE = `npm run test:faults [-- --kills N] [--seed N] [--minutes N] [--gateways N] [--interval MS]

Kills gateways, database backends, the event bus and readers at random while events are written, then judges what every
reader got: exactly its events, in order, none again at or below an acknowledged cursor; and every webhook at least once.
A seed repeats the choices.
--kills (1000), --minutes (20): whichever comes first. --gateways (2), --interval: mean milliseconds between faults (800).`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      minutes: { type: 'string', default: '20' },
      gateways: { type: 'string', default: '2' },
      interval: { type: 'string', default: '800' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-faults-'));
  chmodSync(directory, 0o755);
  console.log(`seed ${values.seed}`);
  const server = await startEmbeddedServer({ directory: join(directory, 'postgres'), durable: false });
  try {
    const report = await runFaults({
      kills: Number(values.kills),
      seed: Number(values.seed),
      minutes: Number(values.minutes),
      gateways: Number(values.gateways),
      webhooks: true,
      interval: Number(values.interval),
      compiled: join(__dirname, '../..'),
      adminUrl: server.adminUrl,
      directory: join(directory, 'run'),
      tell: (line) => console.log(line),
    });
    console.log(printFaults(report));
    return report.wrong.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
