import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { documentErrors } from '../../gateway/documents';
import { executorErrors } from '../../gateway/executor';
import { createHttpServer, type HttpGateway, type HttpServerOptions, httpErrors } from '../../gateway/http';
import { identify, identityErrors, type OwnIssuer, openOwnIssuer, type TokenRequest } from '../../gateway/identity';
import { DEFAULT_LIMITS, limitErrors } from '../../gateway/limits';
import { MovableClock } from '../../modules/calendar';
import { eventErrors } from '../../modules/events';
import type { Lender } from '../../modules/lenders';
import { composeMaximalSchema, derive, scopeErrors } from '../../schema';
import { fixtureContext } from './fixture-context';
import { fixtureErrors, fixtureModules, fixturePlugins } from './fixture-graph';

export interface FixtureGateway extends HttpGateway {
  readonly issuer: OwnIssuer;
  readonly clock: MovableClock;
  /** Lines that the gateway has logged. */
  readonly logged: string[];
  token(request?: Partial<TokenRequest>): Promise<string>;
}

const SCOPES = new Set(['things:read', 'things:write', 'things:secret', 'holders:read']);

/** The real HTTP server over the fixture graph: lender `acme` has both plugins, lender `other` none. */
export async function startFixtureGateway(part: Partial<HttpServerOptions> = {}): Promise<FixtureGateway> {
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-gateway-'));
  const clock = MovableClock.running();
  const issuer = await openOwnIssuer({ issuer: 'https://own.example', audience: 'lexgraph', clock, keyFile: join(directory, 'own.jwk') });
  const maximal = composeMaximalSchema({ modules: fixtureModules, plugins: fixturePlugins });
  const lenders = ['acme', 'other'].map((code) => ({ id: code, code, hosts: [`${code}.example`] }) as unknown as Lender);
  const directoryOf = {
    byCode: (code: string) => lenders.find((lender) => lender.code === code) ?? null,
    byHost: (host: string) => lenders.find((lender) => lender.hosts.includes(host)) ?? null,
  };
  const logged: string[] = [];
  const gateway = await createHttpServer({
    host: '127.0.0.1',
    port: 0,
    schemaFor: (lenderId) => derive(maximal, lenderId === 'acme' ? ['acme-swap', 'acme-rent'] : []),
    contextFor: async ({ credentials, locale, requestId }) => {
      const { caller, lender } = await identify(credentials, issuer, directoryOf);
      return fixtureContext({ ...caller, scopes: caller.kind === 'ANONYMOUS' ? caller.scopes : SCOPES }, { lender, locale, requestId });
    },
    limits: DEFAULT_LIMITS,
    introspection: 'PUBLIC',
    graphiql: true,
    errorDefinitions: [
      executorErrors,
      documentErrors,
      httpErrors,
      identityErrors,
      limitErrors,
      scopeErrors,
      eventErrors,
      fixtureErrors,
    ].flatMap((set) => set.definitions),
    logger: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    ...part,
  });
  return Object.assign(Object.create(gateway) as HttpGateway, {
    issuer,
    clock,
    logged,
    token: (request: Partial<TokenRequest> = {}) =>
      issuer.issueToken({ kind: 'OFFICER', subject: 'officer-1', lenders: ['acme'], ttl: 3600, ...request }),
    close: async () => {
      await gateway.close();
      rmSync(directory, { recursive: true, force: true });
    },
  });
}
