import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { isSessionOpen, RevokedAccess, revokedAccessPort } from '../../modules/access';
import { type Clock, systemClock } from '../../modules/calendar';
import type { GraphContext } from '../../modules/commands';
import { createFieldCipher, Database, fieldCipherPort, Loaders, parseKeyRing } from '../../modules/database';
import { CommandRunner, publicAddressPort } from '../../modules/execution';
import { installLenders, LenderDirectory, lenderDefinitions, lenderDirectory } from '../../modules/lenders';
import { makeDataSource } from '../../ormconfig';
import { corePorts } from '../../plugins/kit';
import { derive } from '../../schema';
import type { Adapter } from '../../schema/base';
import type { Config } from '../config';
import { DocumentList, PersistedDocuments } from '../documents';
import { traceOf } from '../executor';
import { createHttpServer, type HttpGateway, type RequestFacts, type Route } from '../http';
import {
  identify,
  identityErrors,
  type OwnIssuer,
  openIdVerifier,
  openOwnIssuer,
  RoleTable,
  rememberTokens,
  type TokenVerifier,
  verifierByIssuer,
} from '../identity';
import { DEFAULT_LIMITS } from '../limits';
import { EventMetrics, startMetricsServer } from '../metrics';
import { type Asking, addWebhookMetrics, webhookParts } from '../webhooks';
import { type Databases, openDatabases } from './databases';
import { EndedAccess } from './ended-access';
import { fileParts, storageAdapter } from './files';
import { pluginRoutes } from './plugin-routes';
import { PortBindings } from './port-bindings';
import { composeRegistry, type Registry } from './registry';
import { sandboxSecret } from './sandbox-keys';
import { openSealKeys } from './seal-keys';
import { endStreamsOfToggledPlugins, pluginsInGraph } from './toggles';
import { tokenIssuerAdapter } from './token-issuer';
import { Workers } from './workers';

export interface GatewayOptions {
  readonly config: Config;
  readonly clock?: Clock;
  /** Adapters beside those that the installation brings: simulators in the sandbox, the real ones in production. */
  readonly adapters?: readonly Adapter[];
  /** What the adapters are set up by. */
  readonly settings?: Readonly<Record<string, string | undefined>>;
  readonly registry?: Registry;
  readonly logger?: Logger;
  /** Handlers beside the graph; they are given the running gateway's parts. */
  readonly routes?: (gateway: Pick<Gateway, 'clock' | 'workers' | 'lenders' | 'issuer' | 'runner'>) => readonly Route[];
}

/** A running gateway. */
export interface Gateway {
  readonly http: HttpGateway;
  readonly databases: Databases;
  readonly registry: Registry;
  readonly lenders: LenderDirectory;
  readonly runner: CommandRunner;
  readonly workers: Workers;
  readonly issuer: OwnIssuer;
  readonly clock: Clock;
  readonly metrics: EventMetrics;
  /** Where the measurements are told; null: nowhere. */
  readonly metricsPort: number | null;
  /** Drains: streams end with their cursors, requests finish, workers end their round, the database closes. */
  stop(): Promise<void>;
}

/** Brings everything up in the order in which it is needed; what fails stops the start and says why. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { config, clock = systemClock } = options;
  const logger = options.logger ?? pino({ level: config.logLevel, base: null });
  const registry = options.registry ?? composeRegistry();
  const settings = options.settings ?? process.env;
  const ports = new PortBindings(
    [
      storageAdapter(config),
      ...registry.plugins.flatMap((plugin) => [...plugin.adapters, ...(config.mode === 'sandbox' ? plugin.simulators : [])]),
      ...(options.adapters ?? []),
    ],
    settings,
    { refuseSimulated: config.mode === 'production' },
  );
  // Before anything is opened or migrated: an installation that cannot reach its partners does not begin.
  ports.prepare([...corePorts, ...registry.plugins.flatMap((plugin) => [...plugin.ports])]);
  const listed = await DocumentList.open({
    place: config.documents.list,
    onFailure: (error) =>
      logger.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'a changed list of documents was not taken'),
  });
  const documents = new PersistedDocuments(listed, new Set(config.documents.listedOnly));
  const databases = await openDatabases(config);
  await seedLenders(databases, registry, clock);

  const keys = config.keys ?? `1:${sandboxSecret(config.dataDirectory, 'field-key')}`;
  const cipher = createFieldCipher(parseKeyRing(keys));
  const lenders = await LenderDirectory.load({
    database: databases.worker,
    onFailure: (error) => logger.warn(traceOf(error), 'reading the lenders failed'),
  });
  const revoked = await RevokedAccess.start({
    database: databases.worker,
    onFailure: (error) => logger.warn(traceOf(error), 'reading the revocations failed'),
  });
  const roles = new RoleTable(registry.plugins.flatMap((plugin) => [...plugin.permissions]));
  const issuer = await openOwnIssuer({
    roles,
    issuer: config.publicUrl ?? 'urn:lexgraph:sandbox',
    audience: config.identity.audience,
    clock,
    keyFile: join(config.dataDirectory, 'token-key.json'),
  });
  const files = fileParts(config, databases.app, clock, cipher, ports, logger);
  const sealKeys = await openSealKeys({
    file: config.sealKeys ?? join(config.dataDirectory, 'seal-keys.json'),
    lenders,
    makeMissing: config.mode === 'sandbox',
  });
  // The address may be known only after listening, when the port was left to chance.
  let address = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const publicAddress = () => address;
  ports.bind([
    { port: publicAddressPort, name: 'public-address', simulated: false, create: () => publicAddress },
    sealKeys.adapter,
    { port: fieldCipherPort, name: 'key-ring', simulated: false, create: () => cipher },
    { port: lenderDirectory, name: 'lender-directory', simulated: false, create: () => lenders },
    { port: revokedAccessPort, name: 'revoked-access', simulated: false, create: () => revoked },
    tokenIssuerAdapter(issuer, clock),
    files.linksAdapter,
  ]);

  const { extensions } = registry;
  let runner: CommandRunner;
  const workers = new Workers({
    databases,
    clock,
    ports,
    extensions,
    lenders,
    logger,
    ...config.events,
    runner: () => runner,
  });
  runner = new CommandRunner({
    database: databases.app,
    clock,
    ports,
    extensions,
    pluginEventTypes: new Set(registry.eventTypes.flatMap(({ type, plugin }) => (plugin ? [type] : []))),
    onCommit: () => {
      workers.nudge();
      webhooks.workers.nudge();
    },
    onAfterCommitFailure: (command) => logger.warn({ command }, 'work after a commit failed'),
  });

  const verifiers: TokenVerifier[] = [issuer];
  if (config.identity.issuer)
    verifiers.push(openIdVerifier({ issuer: config.identity.issuer, audience: config.identity.audience, clock, roles }));
  const verifier = rememberTokens(verifierByIssuer(verifiers), clock);

  async function contextFor(facts: RequestFacts): Promise<GraphContext> {
    const { caller, lender } = await identify(facts.credentials, verifier, lenders);
    if (lender && caller.kind !== 'ANONYMOUS' && revoked.has(lender.id, caller.subject)) throw identityErrors.error('TOKEN_REVOKED');
    const context = contextOf({ caller, lender, locale: facts.locale, requestId: facts.requestId });
    // Signing out holds at once, not only when the access token runs out.
    if (
      lender &&
      caller.sessionId &&
      !(await isSessionOpen(context.database, lender.id, caller.sessionId, new Date(clock.now().epochMilliseconds)))
    )
      throw identityErrors.error('TOKEN_REVOKED');
    return context;
  }

  function contextOf({ caller, lender, locale, requestId }: Asking): GraphContext {
    const database = databases.app.scoped({ lenderId: lender?.id ?? null, clientId: caller.clientId });
    const loaders = new Loaders(database);
    return {
      caller,
      lender,
      locale,
      requestId,
      database,
      loaders,
      clock,
      ports,
      extensions,
      errors: registry.errors,
      eventTypes: registry.eventTypes,
      streams: workers.streams,
      visiblePlugins: pluginsInGraph(registry, lender),
      execute: async (command, input, { idempotencyKey, changesNothingRead = false } = {}) => {
        const result = await runner.execute(command, input, { caller, lender, locale, requestId, idempotencyKey });
        // What was read before the command is old now.
        if (!changesNothingRead) loaders.clear();
        return result;
      },
    };
  }

  const schemaFor = (lenderId: string | null) =>
    derive(registry.maximal, pluginsInGraph(registry, lenderId === null ? null : lenders.byId(lenderId)));
  const webhooks = webhookParts({
    mode: config.mode,
    introspection: config.introspection ? 'PUBLIC' : 'OFF',
    documents,
    errorDefinitions: registry.errors.all,
    database: databases.worker,
    clock,
    ports,
    lenders,
    roles,
    revoked,
    runner,
    logger,
    schemaFor,
    contextOf,
  });
  ports.bind(webhooks.adapters);

  await workers.start();
  await lenders.start();
  webhooks.workers.start();
  const endedAccess = new EndedAccess({
    streams: workers.streams,
    revoked,
    database: databases.app,
    clock,
    onFailure: (error) => logger.warn(traceOf(error), 'looking for ended sessions failed'),
  });
  endedAccess.start();
  const stopToggles = endStreamsOfToggledPlugins(lenders, workers.streams);
  const parts = { clock, workers, lenders, issuer, runner };
  const http = await createHttpServer({
    host: config.host,
    port: config.port,
    schemaFor,
    contextFor,
    limits: DEFAULT_LIMITS,
    introspection: config.introspection ? 'PUBLIC' : 'OFF',
    documents,
    graphiql: config.mode === 'sandbox',
    errorDefinitions: registry.errors.all,
    logger,
    clock,
    routes: [
      ...files.routes,
      ...sealKeys.routes,
      ...webhooks.routes,
      ...pluginRoutes({ ...parts, extensions, ports, publicAddress }),
      ...(options.routes?.(parts) ?? []),
    ],
    isReady: async () => (await databases.app.pool.query('select 1')).rowCount === 1,
  });
  address = config.publicUrl ?? http.url;
  files.listening(http.url);
  const metrics = new EventMetrics({
    database: databases.worker,
    clock,
    sequencer: workers.sequencer,
    streams: workers.streams,
    lenders,
    extensions,
  });
  addWebhookMetrics(metrics.registry, databases.worker);
  const { contentType } = metrics.registry;
  const metricsServer =
    config.metrics && (await startMetricsServer({ ...config.metrics, contentType, logger, text: () => metrics.text() }));

  return {
    ...parts,
    http,
    databases,
    registry,
    metrics,
    metricsPort: metricsServer?.port ?? null,
    async stop() {
      stopToggles();
      listed.close();
      await endedAccess.stop();
      // Begun here, so that nothing more is made of events, and waited for below: what is being sent gets a moment.
      const deliveriesEnded = webhooks.workers.stop();
      await workers.endStreams();
      await http.close();
      await metricsServer?.close();
      await deliveriesEnded;
      await workers.stop();
      await lenders.stop();
      await revoked.stop();
      await ports.close();
      await databases.close();
    },
  };
}

async function seedLenders(databases: Databases, registry: Registry, clock: Clock): Promise<void> {
  const owner = await Database.connect(makeDataSource(databases.urls.owner, { applicationName: 'lexgraph-install', poolSize: 1 }));
  try {
    await installLenders(owner, registry.extensions.all(lenderDefinitions), clock.now());
  } finally {
    await owner.close();
  }
}
