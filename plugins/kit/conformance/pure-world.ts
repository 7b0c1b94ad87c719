import * as crypto from 'node:crypto';
import * as dns from 'node:dns';
import * as fs from 'node:fs';
import * as net from 'node:net';

/** What code reached for that a pure function must not. */
export type Impurity = 'the clock' | 'chance' | 'the network' | 'files' | 'timers' | 'the environment';

const chance = ['randomBytes', 'randomInt', 'randomUUID', 'randomFillSync', 'getRandomValues'] as const;
const files = ['readFileSync', 'openSync', 'existsSync', 'readFile', 'statSync', 'readdirSync'] as const;
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'] as const;

/**
 * Runs synchronous work in a world without clock, chance, network, files, timers and environment variables.
 * Each of them throws, and is answered even when the work swallowed the error.
 */
export function inPureWorld<T>(work: () => T): {
  readonly result: T | null;
  readonly error: unknown;
  readonly reached: readonly Impurity[];
} {
  const reached = new Set<Impurity>();
  const undo: (() => void)[] = [];
  const refuse = (what: Impurity) => (): never => {
    reached.add(what);
    throw new Error(`A validator reached for ${what}.`);
  };
  const replace = (holder: object, name: string, value: unknown): void => {
    if (!(name in holder)) return;
    const own = Object.getOwnPropertyDescriptor(holder, name);
    if (own && !own.configurable && !own.writable) return;
    Object.defineProperty(holder, name, { configurable: true, writable: true, enumerable: own?.enumerable ?? true, value });
    // What was inherited shows again when the cover is taken off.
    undo.push(() => (own ? Object.defineProperty(holder, name, own) : Reflect.deleteProperty(holder, name)));
  };
  const RealDate = Date;
  replace(globalThis, 'Date', clocklessDate(RealDate, refuse('the clock')));
  replace(performance, 'now', refuse('the clock'));
  replace(process, 'hrtime', Object.assign(refuse('the clock'), { bigint: refuse('the clock') }));
  replace(Math, 'random', refuse('chance'));
  for (const name of chance) replace(realModule(crypto), name, refuse('chance'));
  for (const name of ['getRandomValues', 'randomUUID']) replace(globalThis.crypto, name, refuse('chance'));
  replace(globalThis, 'fetch', refuse('the network'));
  replace(net.Socket.prototype, 'connect', refuse('the network'));
  replace(realModule(dns), 'lookup', refuse('the network'));
  for (const name of files) replace(realModule(fs), name, refuse('files'));
  for (const name of timers) replace(globalThis, name, refuse('timers'));
  replace(process, 'env', new Proxy({}, { get: refuse('the environment'), has: refuse('the environment') }));
  try {
    return { result: work(), error: null, reached: [...reached] };
  } catch (error) {
    return { result: null, error, reached: [...reached] };
  } finally {
    for (const restore of undo.reverse()) restore();
  }
}

/** Days and moments may still be computed from values; only "now" is gone. */
function clocklessDate(Real: DateConstructor, refuse: () => never): DateConstructor {
  return new Proxy(Real, {
    construct: (target, values, newTarget) => (values.length === 0 ? refuse() : Reflect.construct(target, values, newTarget)),
    apply: refuse,
    get: (target, name) => (name === 'now' ? refuse : Reflect.get(target, name)),
  });
}

/** `import *` may be a copy; the module itself is what other code calls. */
const realModule = (imported: object): object => ('default' in imported ? (imported.default as object) : imported);
