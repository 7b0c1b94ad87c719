import { resolve } from 'node:path';

/** How the gateway runs. `sandbox`: simulators, ready-made tokens, its own PostgreSQL. `production`: refuses all of these. */
export type Mode = 'sandbox' | 'production';

export interface Config {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** Where the sandbox keeps its database, keys and files. */
  readonly dataDirectory: string;
  readonly database: {
    /** Requests; in the sandbox an administrator's URL from which roles are made; absent: PostgreSQL from packages. */
    readonly url: string | null;
    readonly ownerUrl: string | null;
    readonly workerUrl: string | null;
    readonly poolSize: number;
  };
  /** `2:base64,1:base64`: 32-byte keys by id, the current one first. */
  readonly keys: string | null;
  /** File with the lenders' private seal keys. */
  readonly sealKeys: string | null;
  readonly identity: { readonly issuer: string | null; readonly audience: string };
  readonly introspection: boolean;
  readonly logLevel: string;
  /** Where files lie: this machine's disk, or an S3-compatible storage when `S3_BUCKET` is set. */
  readonly storage: 'LOCAL' | 'S3';
  /** Where callers reach this gateway; upload and download URLs start with it. */
  readonly publicUrl: string | null;
  readonly events: {
    /** Whole days that an event is kept, at least. */
    readonly retentionDays: number;
    /** `nats://…` or `tls://…`: carries sequenced rows between gateways; null: each reads them from PostgreSQL. */
    readonly bus: string | null;
  };
  readonly documents: {
    /** A file, or a directory of files, of documents by their SHA-256. */
    readonly list: string | null;
    /** Kinds of callers who may send listed documents only. */
    readonly listedOnly: readonly ListedKind[];
  };
  /** Where the measurements are told, on an address of their own; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
}

const LISTED_KINDS = ['ANONYMOUS', 'CLIENT', 'OFFICER', 'PARTNER', 'OPERATOR'] as const;

export type ListedKind = (typeof LISTED_KINDS)[number];

/** A setting that cannot be used; the message says which one and what it must be. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration from environment variables. @throws ConfigError naming the variable */
export function readConfig(environment: Environment): Config {
  const mode = oneOf(environment, 'LEXGRAPH_MODE', ['sandbox', 'production'] as const, 'sandbox');
  const config: Config = {
    mode,
    host: environment.HOST ?? (mode === 'sandbox' ? '127.0.0.1' : '0.0.0.0'),
    port: integer(environment, 'PORT', 4000, 0, 65_535),
    dataDirectory: resolve(environment.LEXGRAPH_DATA ?? '.data'),
    database: {
      url: environment.DATABASE_URL ?? null,
      ownerUrl: environment.DATABASE_OWNER_URL ?? null,
      workerUrl: environment.DATABASE_WORKER_URL ?? null,
      poolSize: integer(environment, 'DATABASE_POOL_SIZE', 10, 1, 1_000),
    },
    keys: environment.LEXGRAPH_KEYS ?? null,
    sealKeys: environment.SEAL_KEYS ?? null,
    identity: { issuer: environment.OIDC_ISSUER ?? null, audience: environment.OIDC_AUDIENCE ?? 'lexgraph' },
    introspection: oneOf(environment, 'INTROSPECTION', ['on', 'off'] as const, mode === 'sandbox' ? 'on' : 'off') === 'on',
    logLevel: oneOf(environment, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const, 'info'),
    storage: environment.S3_BUCKET ? 'S3' : 'LOCAL',
    publicUrl: environment.PUBLIC_URL ?? null,
    documents: {
      list: environment.PERSISTED_DOCUMENTS ? resolve(environment.PERSISTED_DOCUMENTS) : null,
      listedOnly: severalOf(environment, 'PERSISTED_DOCUMENTS_ONLY', LISTED_KINDS),
    },
    events: { retentionDays: integer(environment, 'EVENT_RETENTION_DAYS', 90, 1, 36_500), bus: busOf(environment) },
    metrics: environment.METRICS_PORT
      ? { host: environment.METRICS_HOST ?? '127.0.0.1', port: integer(environment, 'METRICS_PORT', 0, 0, 65_535) }
      : null,
  };
  if (config.documents.listedOnly.length > 0 && !config.documents.list) {
    throw new ConfigError('PERSISTED_DOCUMENTS_ONLY needs PERSISTED_DOCUMENTS: a file or a directory of the documents that may be sent.');
  }
  if (mode === 'production') refuseIncomplete(config);
  else if (!isLoopback(config.host) && environment.SANDBOX_OPEN !== 'on')
    throw new ConfigError(
      'The sandbox gives tokens of every role to whoever asks: HOST must be this machine, unless SANDBOX_OPEN is "on".',
    );
  return config;
}

function busOf({ EVENT_BUS: url }: Environment): string | null {
  if (!url) return null;
  // The address may hold a password: the message does not repeat it.
  if (!['nats:', 'tls:'].includes(URL.parse(url)?.protocol ?? ''))
    throw new ConfigError('EVENT_BUS must be an address that begins with nats:// or tls://.');
  return url;
}

/** Whether a name or address means this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function refuseIncomplete(config: Config): void {
  const missing = Object.entries({
    DATABASE_URL: config.database.url,
    DATABASE_OWNER_URL: config.database.ownerUrl,
    DATABASE_WORKER_URL: config.database.workerUrl,
    LEXGRAPH_KEYS: config.keys,
    SEAL_KEYS: config.sealKeys,
    OIDC_ISSUER: config.identity.issuer,
    PUBLIC_URL: config.publicUrl,
  }).filter(([, value]) => !value);
  if (missing.length > 0) throw new ConfigError(`Production mode needs ${missing.map(([name]) => name).join(', ')}.`);
  // Keys of tokens come from the one, tokens and links to files go to the other: neither may be read or changed on its way.
  for (const [name, value] of [
    ['OIDC_ISSUER', config.identity.issuer],
    ['PUBLIC_URL', config.publicUrl],
  ]) {
    if (URL.parse(value ?? '')?.protocol !== 'https:') throw new ConfigError(`${name} must be an address that begins with https://.`);
  }
}

function oneOf<const T extends readonly string[]>(environment: Environment, name: string, allowed: T, otherwise: T[number]): T[number] {
  const value = environment[name] ?? otherwise;
  if (!allowed.includes(value)) throw new ConfigError(`${name} must be one of ${allowed.join(', ')}, not "${value}".`);
  return value;
}

/** Names with commas between them. */
function severalOf<const T extends readonly string[]>(environment: Environment, name: string, allowed: T): Array<T[number]> {
  const names = (environment[name] ?? '').split(',').map((one) => one.trim());
  const wrong = names.find((one) => one !== '' && !allowed.includes(one));
  if (wrong !== undefined) throw new ConfigError(`${name} may hold ${allowed.join(', ')}, not "${wrong}".`);
  return names.filter((one) => one !== '');
}

function integer(environment: Environment, name: string, otherwise: number, min: number, max: number): number {
  const text = environment[name];
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
  return value;
}
