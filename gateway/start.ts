import type { Logger } from 'pino';
import { type Clock, systemClock } from '../modules/calendar';
import type { Adapter } from '../schema/base';
import type { Config } from './config';
import { type Gateway, startGateway } from './runtime';
import { SandboxInbox, sandboxRoutes, transferSimulator } from './sandbox';

export interface StartOptions {
  readonly config: Config;
  readonly clock?: Clock;
  readonly logger?: Logger;
}

/** Starts the gateway with what its mode brings: simulators and their routes in the sandbox, nothing of the kind in production. */
export async function start({ config, clock = systemClock, logger }: StartOptions): Promise<Gateway> {
  if (config.mode === 'production') return startGateway({ config, clock, logger });
  const inbox = new SandboxInbox(clock);
  const adapters: Adapter[] = [...inbox.adapters(), transferSimulator(clock)];
  return startGateway({ config, clock, logger, adapters, routes: (gateway) => sandboxRoutes(inbox, gateway, config.host) });
}
