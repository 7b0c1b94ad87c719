import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledProject } from '../support/compiled';
import { printFaults } from './print-faults';
import { runFaults } from './run-faults';

const SEED = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);

it('whatever is killed at random, every reader gets exactly its events, in order, and none below its acknowledgement again', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-faults-'));
  try {
    const report = await runFaults({
      ...compiledProject(),
      kills: 25,
      seed: SEED,
      minutes: 0.2,
      gateways: 2,
      webhooks: false,
      interval: 250,
      adminUrl: process.env.TEST_POSTGRES_ADMIN_URL!,
      directory,
      tell: () => {},
    });
    for (const what of report.leftOut) process.stderr.write(`LEFT OUT of the faults: ${what}\n`);
    if (report.wrong.length > 0) process.stderr.write(`${printFaults(report)}\n`);
    expect({ seed: report.seed, wrong: report.wrong }).toEqual({ seed: SEED, wrong: [] });
    // A run in which nothing happened proves nothing.
    const told = report.subscribers.reduce((sum, { events }) => sum + events, 0);
    const resumed = report.subscribers.reduce((sum, one) => sum + one.resumed, 0);
    expect([report.events > 50, told > 50, resumed > 5]).toEqual([true, true, true]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}, 120_000);
