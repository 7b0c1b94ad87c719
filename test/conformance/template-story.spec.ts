import { randomBytes } from 'node:crypto';
import { graphql } from 'graphql';
import pg from 'pg';
import { composeRegistry } from '../../gateway/runtime/registry';
import { coreModules } from '../../modules';
import { type Caller, systemCaller } from '../../modules/access';
import { MovableClock } from '../../modules/calendar';
import type { GraphContext } from '../../modules/commands';
import { createFieldCipher, Database, fieldCipherPort, Loaders, migrateUp, parseKeyRing, uuidv7 } from '../../modules/database';
import { CommandRunner } from '../../modules/execution';
import { installLenders, type Lender, lenderDefinitions } from '../../modules/lenders';
import { makeDataSource } from '../../ormconfig';
import { xxTemplate } from '../../plugins/template';
import { derive } from '../../schema';
import { toGlobalId } from '../../schema/base';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const registry = composeRegistry([xxTemplate]);
const definition = xxTemplate.lenders![0]!;
const lender: Lender = { ...definition, plugins: new Map([['xx-template', 'ENABLED']]) };
const clock = MovableClock.standingAt('2026-03-02T09:00:00Z');
const cipher = createFieldCipher(parseKeyRing(`1:${randomBytes(32).toString('base64')}`));
const clientId = uuidv7();

let database: TestDatabase;
let app: Database;

/** Asks the graph that the lender sees, through the real command pipeline and real PostgreSQL. */
async function ask<Data>(source: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
  const caller: Caller = systemCaller(lender.id, 'test');
  const ports = {
    get: <T>(port: { readonly id: string }): T => {
      if (port.id !== fieldCipherPort.id) throw new Error(`Nothing is bound to ${port.id}.`);
      return cipher as T;
    },
  };
  const { extensions, errors, eventTypes } = registry;
  const common = { caller, lender, locale: 'en' as const, requestId: 'test', clock, ports, extensions };
  const runner = new CommandRunner({
    ...common,
    database: app,
    pluginEventTypes: new Set(eventTypes.filter(({ plugin }) => plugin !== null).map(({ type }) => type)),
    onCommit: () => {},
    onAfterCommitFailure: (_, error) => {
      throw error;
    },
  });
  const scoped = app.scoped({ lenderId: lender.id });
  const contextValue: Omit<GraphContext, 'streams'> = {
    ...common,
    database: scoped,
    loaders: new Loaders(scoped),
    eventTypes,
    errors,
    visiblePlugins: new Set(['xx-template']),
    execute: (command, input, options) => runner.execute(command, input, { ...common, idempotencyKey: options?.idempotencyKey }),
  };
  const result = await graphql({ schema: derive(registry.maximal, ['xx-template']), source, variableValues: variables, contextValue });
  expect(result.errors).toBeUndefined();
  return result.data as Data;
}

async function asAdmin<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return (await client.query(sql, values as unknown[])).rows as Row[];
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  database = await createTestDatabase();
  // The template is not installed, so the test brings its tables itself.
  await migrateUp([xxTemplate], (options) => makeDataSource(database.urls.owner, { ...options, entities: [], poolSize: 1 } as never));
  const entities = [...coreModules, xxTemplate].flatMap((owner) => [...owner.entities]);
  app = await Database.connect(makeDataSource(database.urls.app, { entities: entities as never }));
  const owner = await Database.connect(makeDataSource(database.urls.owner));
  await installLenders(owner, registry.extensions.all(lenderDefinitions), clock.now());
  await owner.close();
  await asAdmin(
    `insert into core.client (lender_id, id, number, kind, status, profile_enc, created_at, version)
     values ($1, $2, 'C-1', 'INDIVIDUAL', 'REGISTERED', '', '2026-01-01', 1)`,
    [lender.id, clientId],
  );
});
afterAll(async () => {
  await app.close();
  await database.close();
});

const START = `mutation ($input: StartApplicationInput!) {
  startApplication(input: $input) { application { id xxTemplate { edition loanMax { amount } visits { place } } } findings { code clauses { id } } }
}`;
const start = (amount: string) =>
  ask<{ startApplication: Payload }>(START, {
    input: { clientId: toGlobalId('Client', clientId), product: 'xx-template/loan', amount: { amount, currency: 'XTS' }, termDays: 30 },
  }).then((data) => data.startApplication);

interface Payload {
  readonly application: { readonly id: string; readonly xxTemplate: unknown } | null;
  readonly findings: readonly unknown[];
}

const RECORD = `mutation ($input: XxTemplateRecordVisitInput!) {
  xxTemplateRecordVisit(input: $input) { application { id xxTemplate { visits { visitedOn place } } } findings { code message clauses { id } } }
}`;
const record = (input: Readonly<Record<string, unknown>>) =>
  ask<{ xxTemplateRecordVisit: Payload }>(RECORD, { input }).then((data) => data.xxTemplateRecordVisit);

describe('the template at work', () => {
  it('xx-template/1.2 · an application within the limit is taken and shows the plugin’s field', async () => {
    const { application, findings } = await start('1000.00');
    expect(findings).toEqual([]);
    expect(application!.xxTemplate).toEqual({
      edition: 'xx-template/xx-template-lender/2026-01-01',
      loanMax: { amount: '1000.00' },
      visits: [],
    });
  });

  it('xx-template/1.2 · one above the limit is refused, with clause, and nothing is written', async () => {
    const before = await asAdmin<{ count: string }>('select count(*) from core.application');
    expect(await start('1000.01')).toMatchObject({
      application: null,
      findings: [{ code: 'XX_TEMPLATE_LOAN_ABOVE_MAX', clauses: [{ id: 'xx-template/1.2' }] }],
    });
    expect(await asAdmin('select count(*) from core.application')).toEqual(before);
  });

  it('xx-template/2.1 · a visit of today is recorded with document and event, and a repeat does nothing again', async () => {
    const { application } = await start('500.00');
    const input = { applicationId: application!.id, visitedOn: '2026-03-02', place: 'HOME', idempotencyKey: 'first-visit' };
    const first = await record(input);
    expect(first).toMatchObject({ findings: [], application: { xxTemplate: { visits: [{ visitedOn: '2026-03-02', place: 'HOME' }] } } });
    expect(await record(input)).toEqual(first);
    expect(await asAdmin("select kind, status from core.document where plugin_id = 'xx-template'")).toEqual([
      { kind: 'VISIT_RECORD', status: 'PUBLISHED' },
    ]);
    expect(await asAdmin("select clause, payload->>'place' as place from core.event_inbox where type = 'XxTemplateVisitRecorded'")).toEqual(
      [{ clause: 'xx-template/2.1', place: 'HOME' }],
    );
  });

  it('xx-template/2.1 · a visit of tomorrow is refused with a sentence that says what to do', async () => {
    const { application } = await start('500.00');
    const { findings } = await record({ applicationId: application!.id, visitedOn: '2026-03-03', place: 'WORK' });
    expect(findings).toEqual([
      {
        code: 'XX_TEMPLATE_VISIT_IN_FUTURE',
        message: 'A visit is recorded after it was made: 2026-03-03 lies after today, 2026-03-02. Correct the day.',
        clauses: [{ id: 'xx-template/2.1' }],
      },
    ]);
  });

  it('shows other lenders none of its visits', async () => {
    const rows = await database.app.scoped({ lenderId: uuidv7() }).query({ name: 'test_visits', text: 'select 1 from xx_template.visit' });
    expect(rows).toEqual([]);
  });
});
