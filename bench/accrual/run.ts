import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { postgresCpu } from '../postgres-cpu.ts';
import { product } from '../product.ts';
import { fillLoans, inspect } from './rows.ts';

export interface AccrualOptions {
  readonly loans: number;
  tell(line: string): void;
}

interface Done {
  readonly accrued: number;
  readonly failed: number;
  readonly batches: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Bytes of the process at most, and after every tenth batch. */
  readonly highest: number;
  readonly memory: readonly number[];
}

export interface AccrualReport {
  readonly benchmark: 'accrual';
  readonly at: string;
  readonly machine: { readonly cpu: string; readonly cpus: number; readonly node: string };
  readonly loans: number;
  /** One day of all loans, in one process. `databaseCpuSeconds`: of PostgreSQL's; null where the system does not tell. */
  readonly day: { readonly seconds: number; readonly cpuSeconds: number; readonly databaseCpuSeconds: number | null };
  /** MiB after a tenth of the batches, and at most: what a day costs does not grow with the loans. */
  readonly memory: { readonly early: number; readonly highest: number };
  /** The day on which the first process was killed: what it had done, and what stood when the second one ended. */
  readonly killed: { readonly before: number; readonly accrued: number; readonly repeated: number; readonly wrong: number };
  readonly goalSeconds: 60;
}

const KILLED_DAY = '2026-06-02';
const WHOLE_DAY = '2026-06-03';
const MIB = 1024 * 1024;

/** Accrues one day of many loans, kills a process on its way, and accrues another day undisturbed. */
export async function runAccrual({ loans, tell }: AccrualOptions): Promise<AccrualReport> {
  const { startEmbeddedServer, provision, migrate } = product('gateway/postgres');
  const { byPledge } = product('plugins/by-pledge');
  const { Database } = product('modules/database');
  const { installLenders } = product('modules/lenders');
  const { makeDataSource } = product('ormconfig');
  const { Temporal } = product('../node_modules/temporal-polyfill');
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-bench-'));
  // Started by root, PostgreSQL runs as a user of its own, who must get in.
  chmodSync(directory, 0o755);
  const cluster = join(directory, 'postgres');
  tell('PostgreSQL starts …');
  const postgres = await startEmbeddedServer({ directory: cluster, durable: false });
  try {
    const urls = await provision(postgres.adminUrl, 'lexgraph');
    await migrate(urls.owner);
    const admin = `${postgres.adminUrl}lexgraph`;
    const lender = byPledge.lenders[0];
    const owner = await Database.connect(makeDataSource(urls.owner));
    await installLenders(owner, [{ plugin: 'by-pledge', value: lender }], Temporal.Instant.from('2026-06-01T00:00:00Z'));
    await owner.close();
    tell(`${loans} loans are written …`);
    await fillLoans(admin, lender.id, loans);
    const start = (day: string) => startWorker({ APP_URL: urls.app, WORKER_URL: urls.worker, DAY: day });

    const first = start(KILLED_DAY);
    await messageOf(first, 'underWay');
    first.kill('SIGKILL');
    await new Promise((resolve) => first.once('exit', resolve));
    const before = (await inspect(admin, lender.id, KILLED_DAY)).accrued;
    tell(`Killed after ${before} loans; another process goes on.`);
    await messageOf<Done>(start(KILLED_DAY), 'done');
    const killed = { before, ...(await inspect(admin, lender.id, KILLED_DAY)) };

    const databaseBefore = postgresCpu(cluster);
    const day = await messageOf<Done>(start(WHOLE_DAY), 'done');
    const databaseAfter = postgresCpu(cluster);
    const after = await inspect(admin, lender.id, WHOLE_DAY);
    for (const { accrued, repeated, wrong } of [killed, after]) {
      if (accrued !== loans || repeated > 0 || wrong > 0)
        throw new Error(`${accrued} of ${loans} accrued, ${repeated} twice, ${wrong} wrongly.`);
    }
    return {
      benchmark: 'accrual',
      at: new Date().toISOString(),
      machine: { cpu: cpus()[0]?.model ?? 'unknown', cpus: cpus().length, node: process.version },
      loans,
      day: {
        seconds: day.seconds,
        cpuSeconds: day.cpuSeconds,
        databaseCpuSeconds: databaseBefore === null || databaseAfter === null ? null : (databaseAfter - databaseBefore) / 1e6,
      },
      memory: { early: Math.round((day.memory[1] ?? day.highest) / MIB), highest: Math.round(day.highest / MIB) },
      killed,
      goalSeconds: 60,
    };
  } finally {
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function startWorker(environment: Record<string, string>): ChildProcess {
  return fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    // A heap that would not hold the loans: what is not let go of ends the process.
    execArgv: ['--max-old-space-size=256'],
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
}

/** The next message of a process that has `field`; fails when it ends before. */
function messageOf<T>(child: ChildProcess, field: string): Promise<T> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: Record<string, T>) => field in message && resolve(message[field] as T));
    child.once('exit', (code) => reject(new Error(`The accrual ended with ${code}; what it said stands above.`)));
  });
}

/** A table for people. */
export function printedAccrual({ loans, day, memory, killed, goalSeconds }: AccrualReport): string {
  const database = day.databaseCpuSeconds;
  const core = day.cpuSeconds + (database ?? 0);
  return [
    `one day of ${loans} loans   ${day.seconds.toFixed(1)} s, of CPU ${day.cpuSeconds.toFixed(1)} s here and ${database?.toFixed(1) ?? '?'} s in PostgreSQL`,
    `on one core             ${core.toFixed(1)} s; goal ${goalSeconds}: ${core < goalSeconds ? 'met' : 'missed'}`,
    `memory                  ${memory.early} MiB early, ${memory.highest} MiB at most`,
    `killed on its way       after ${killed.before} loans; in the end ${killed.accrued} accrued, ${killed.repeated} twice, ${killed.wrong} wrongly`,
  ].join('\n');
}
