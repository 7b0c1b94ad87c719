import { randomUUID } from 'node:crypto';
import type { Caller } from '../../modules/access';
import type { GraphContext } from '../../modules/commands';
import { Loaders } from '../../modules/database';
import { SHARED_OF_CALLER } from './sharing-key';

export interface WatchedContext {
  readonly context: GraphContext;
  /** Whether the execution has looked at who its reader is, or has done something in the reader's name. */
  readonly personal: boolean;
}

const SHARED: ReadonlySet<PropertyKey> = new Set(SHARED_OF_CALLER);

/**
 * The context of one reader for an execution that others may share. It notices what would make the answer this reader's
 * alone: a look at the subject, the session or the token, and any command, such as the trace that somebody read personal data.
 * What is loaded is loaded for this one execution.
 */
export function watchedContext(reader: GraphContext): WatchedContext {
  let personal = false;
  const caller = new Proxy<Caller>(reader.caller, {
    get(target, key) {
      if (!SHARED.has(key)) personal = true;
      return target[key as keyof Caller];
    },
    has(target, key) {
      if (!SHARED.has(key)) personal = true;
      return key in target;
    },
    ownKeys(target) {
      personal = true;
      return Reflect.ownKeys(target);
    },
  });
  const loaders = new Loaders(reader.database);
  // Each part is named: a new one is not shared before somebody has thought about it.
  const parts: { [Part in keyof GraphContext]: GraphContext[Part] } = {
    caller,
    loaders,
    requestId: randomUUID(),
    execute: async (command, input, options) => {
      personal = true;
      const result = await reader.execute(command, input, options);
      if (!options?.changesNothingRead) loaders.clear();
      return result;
    },
    lender: reader.lender,
    locale: reader.locale,
    database: reader.database,
    clock: reader.clock,
    ports: reader.ports,
    extensions: reader.extensions,
    streams: reader.streams,
    eventTypes: reader.eventTypes,
    visiblePlugins: reader.visiblePlugins,
    errors: reader.errors,
  };
  return {
    context: parts,
    get personal() {
      return personal;
    },
  };
}
