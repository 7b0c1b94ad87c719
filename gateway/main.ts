import 'reflect-metadata';
import { pino } from 'pino';
import { applicationLifecycle } from '../modules/applications';
import { ConfigError, readConfig } from './config';
import { logUnhandledRejections, traceOf } from './executor';
import { banner, sandboxTokens } from './sandbox';
import { start } from './start';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel, base: null });
  logUnhandledRejections(logger);
  const gateway = await start({ config, logger });

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'draining');
    gateway.stop().then(
      () => process.exit(0),
      (error) => {
        logger.error(traceOf(error), 'draining failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal));

  const lenders = gateway.lenders.all();
  const offering = new Set(gateway.registry.extensions.all(applicationLifecycle).map(({ plugin }) => plugin));
  const first =
    lenders.findLast(({ plugins }) => [...plugins].some(([plugin, state]) => state === 'ENABLED' && offering.has(plugin))) ?? lenders[0];
  if (config.mode === 'sandbox' && first) {
    process.stdout.write(banner(gateway.http.url, lenders, first, await sandboxTokens(gateway.issuer, gateway.runner, first)));
  } else logger.info({ url: gateway.http.url, lenders: lenders.length }, 'ready');
}

/** What the person at the terminal can do about a start that failed; the stack where nothing better is known. */
function explain(error: NodeJS.ErrnoException & { port?: number }): string {
  if (error instanceof ConfigError) return error.message;
  if (error.code === 'EADDRINUSE') return `Port ${error.port} is in use: stop what listens there, or set PORT to another.`;
  return error.stack ?? String(error);
}

main().catch((error) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
