import type { Logger } from 'pino';
import { type Clock, MovableClock } from '../modules/calendar';
import type { Adapter } from '../schema/base';
import { productionAdapters } from './adapters';
import type { Config } from './config';
import { type Gateway, startGateway } from './runtime';
import { CardSimulator, SandboxInbox, sandboxRoutes, transferSimulator } from './sandbox';

export interface StartOptions {
  readonly config: Config;
  /** The system's in production, one that can be moved in the sandbox, unless given. */
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** What production's adapters are set up by; the environment's variables unless given. */
  readonly settings?: Readonly<Record<string, string | undefined>>;
}

/** Starts the gateway with what its mode brings: simulators and their routes in the sandbox, the real adapters in production. */
export async function start({ config, clock: given, logger, settings }: StartOptions): Promise<Gateway> {
  if (config.mode === 'production') return startGateway({ config, clock: given, logger, settings, adapters: productionAdapters });
  const clock = given ?? MovableClock.running();
  const inbox = new SandboxInbox(clock);
  const cards = new CardSimulator(clock, inbox);
  const adapters: Adapter[] = [...inbox.adapters(), transferSimulator(clock), cards.adapter()];
  const routes = (gateway: Parameters<typeof sandboxRoutes>[2]) => sandboxRoutes(inbox, cards, gateway, config.host);
  const gateway = await startGateway({ config, clock, logger, settings, adapters, routes });
  cards.baseUrl = config.publicUrl ?? gateway.http.url;
  return gateway;
}
