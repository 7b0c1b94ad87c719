import { required } from '../environment.ts';
import { product } from '../product.ts';

// The accrual of the built product alone, as the gateway runs it: batches in transactions of their own, until nothing is due.
const { AccrualWorker } = product('modules/contracts');
const { MovableClock } = product('modules/calendar');
const { Database } = product('modules/database');
const { CommandRunner } = product('modules/execution');
const { systemCaller } = product('modules/access');
const { coreModules } = product('modules');
const { collectExtensions } = product('plugins/kit');
const { byPledge } = product('plugins/by-pledge');
const { makeDataSource } = product('ormconfig');

const app = await Database.connect(makeDataSource(required('APP_URL')));
const worker = await Database.connect(makeDataSource(required('WORKER_URL')));
const clock = MovableClock.standingAt(`${required('DAY')}T09:00:00Z`);
const definition = byPledge.lenders[0];
const lender = { ...definition, plugins: new Map([['by-pledge', 'ENABLED']]) };
const runner = new CommandRunner({
  database: app,
  clock,
  ports: { get: () => null },
  extensions: collectExtensions([byPledge], coreModules),
  pluginEventTypes: new Set(),
  onCommit: () => undefined,
  onAfterCommitFailure: () => undefined,
});

let batches = 0;
let highest = 0;
const memory: number[] = [];
const accrual = new AccrualWorker({
  database: worker,
  clock,
  execute: async (command: never, input: never) => {
    const result = await runner.execute(command, input, {
      caller: systemCaller(lender.id, 'accrual'),
      lender,
      locale: 'ru',
      requestId: 'bench',
    });
    batches++;
    const { rss } = process.memoryUsage();
    highest = Math.max(highest, rss);
    if (batches % 10 === 0) memory.push(rss);
    if (batches === 5) process.send?.({ underWay: batches });
    return result;
  },
  onFailure: (error: unknown) => {
    throw error;
  },
});

const began = process.hrtime.bigint();
const cpu = process.cpuUsage();
const { accrued, failed } = await accrual.runDueNow();
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
const used = process.cpuUsage(cpu);
process.send?.({ done: { accrued, failed, batches, seconds, cpuSeconds: (used.user + used.system) / 1e6, highest, memory } });
await app.close();
await worker.close();
process.disconnect?.();
