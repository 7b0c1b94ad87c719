import 'reflect-metadata';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config';
import { logUnhandledRejections } from './executor';
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
        logger.error({ error: String(error) }, 'draining failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal));

  const [first] = gateway.lenders.all().filter(({ plugins }) => [...plugins.values()].includes('ENABLED'));
  if (config.mode === 'sandbox' && first) {
    process.stdout.write(
      banner(gateway.http.url, gateway.lenders.all(), first, await sandboxTokens(gateway.issuer, gateway.runner, first)),
    );
  } else logger.info({ url: gateway.http.url, lenders: gateway.lenders.all().length }, 'ready');
}

main().catch((error) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : (error?.stack ?? String(error))}\n`);
  process.exit(1);
});
