/**
 * A place where an outside system is plugged in: the module or plugin that needs it declares the port,
 * the composition root binds one adapter to it. `simulated` adapters are refused in production mode.
 */
export interface Port<T = unknown> {
  readonly id: string;
  /** Carries the type only. */
  readonly contract?: T;
}

export interface Adapter<T = unknown> {
  readonly port: Port<T>;
  readonly name: string;
  readonly simulated: boolean;
  /** Settings without which the adapter is as good as not there; a start that needs it names them. */
  readonly needs?: readonly string[];
  /** Reads its settings and connects later. @throws SettingError */
  create(environment: AdapterEnvironment): T;
}

/** A setting that cannot be used. The message names it and never repeats its value, which may be a secret. */
export class SettingError extends Error {
  constructor(setting: string, complaint: string) {
    super(`${setting} ${complaint}.`);
  }
}

export interface AdapterEnvironment {
  /** Configuration of this adapter, from environment variables. */
  readonly settings: Readonly<Record<string, string | undefined>>;
  readonly ports: Ports;
  /** What is to be ended when the process stops, such as connections. */
  onStop?(end: () => void | Promise<void>): void;
}

/** The bound adapters. `get` throws when nothing is bound: a wiring error, found at boot. */
export interface Ports {
  get<T>(port: Port<T>): T;
}

export function definePort<T>(id: string): Port<T> {
  return Object.freeze({ id });
}
