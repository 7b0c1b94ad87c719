import { ErrorCatalogue, type Ports, toGlobalId } from '../../schema/base';
import { CommandBench } from '../../test/support/command-bench';
import { graphOf } from '../../test/support/graph-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import type { GraphContext } from '../commands';
import { uuidv7 } from '../database';
import { rulesModule } from '../rules';
import { type Lender, LenderDirectory, lenderDirectory, lenderErrors, lendersModule, pluginCards } from '.';

const SET = `mutation Set($input: SetPluginStateInput!) {
  setPluginState(input: $input) { plugin { code state forced reason changedBy changedAt } findings { code message path } }
}`;

describe('the graph of lenders', () => {
  let database: TestDatabase;
  let bench: CommandBench;
  let lender: Lender;
  let directory: LenderDirectory;
  let more: Partial<GraphContext>;
  let ask: ReturnType<typeof graphOf>;

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = new CommandBench(database);
    for (const id of ['acme-base', 'acme-extra']) {
      bench.extensions.add(pluginCards, id, {
        id,
        jurisdiction: 'XX',
        title: { en: `Plugin ${id}`, ru: id, be: id },
        legalBasis: ['An act'],
        coreRange: '^0.1.0',
        requires: [],
      });
    }
    ask = graphOf([lendersModule, rulesModule], bench.extensions);
    lender = await bench.newLender({ 'acme-base': 'ENABLED', 'acme-extra': 'DISABLED' });
    directory = await LenderDirectory.load({ database: database.worker, onFailure: () => {} });
    const ports: Ports = {
      get: <T>(port: { readonly id: string }) => {
        if (port.id !== lenderDirectory.id) throw new Error(port.id);
        return directory as T;
      },
    };
    more = {
      ports,
      lender,
      errors: new ErrorCatalogue([lenderErrors]),
      execute: (command, input) => bench.execute(command, input, lender),
    } as Partial<GraphContext>;
  });
  afterAll(() => database.close());

  const run = <Data>(source: string, variables: Record<string, unknown> = {}) =>
    ask<Data>(database.app.scoped({ lenderId: lender.id }), source, variables, more);

  it('shows each lender with the plugins that it uses, not the disabled ones', async () => {
    const { data, errors } = await run('{ lenders { id code legalName zone currency details { name value } plugins { code state } } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      lenders: [
        {
          id: toGlobalId('Lender', lender.id),
          code: lender.code,
          legalName: 'Acme SA',
          zone: 'Europe/Paris',
          currency: 'EUR',
          details: [],
          plugins: [{ code: 'acme-base', state: 'ENABLED' }],
        },
      ],
    });
  });

  it('finds a lender again by its id', async () => {
    const caller = { kind: 'ANONYMOUS', scopes: new Set<string>() } as never;
    const byId = (id: string) =>
      ask(
        database.app.scoped({ lenderId: null }),
        `{ node(id: "${toGlobalId('Lender', id)}") { ... on Lender { code } } }`,
        {},
        { ...more, caller },
      );
    expect((await byId(lender.id)).data).toEqual({ node: { code: lender.code } });
    expect((await byId(uuidv7())).data).toEqual({ node: null });
  });

  it('shows the installed plugins with their states at the lender', async () => {
    const { data } = await run('{ plugins { code title jurisdiction legalBasis coreRange requires state forced } }');
    const facts = { jurisdiction: 'XX', legalBasis: ['An act'], coreRange: '^0.1.0', requires: [], forced: false };
    expect(data).toEqual({
      plugins: [
        { code: 'acme-base', title: 'Plugin acme-base', state: 'ENABLED', ...facts },
        { code: 'acme-extra', title: 'Plugin acme-extra', state: 'DISABLED', ...facts },
      ],
    });
  });

  it('sets a state and answers the plugin as it is then', async () => {
    const { data, errors } = await run(SET, { input: { plugin: 'acme-extra', state: 'ENABLED' } });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      setPluginState: {
        plugin: {
          code: 'acme-extra',
          state: 'ENABLED',
          forced: false,
          reason: null,
          changedBy: 'SYSTEM:test',
          changedAt: '2026-03-31T09:00:00.000Z',
        },
        findings: [],
      },
    });
    await directory.refresh();
    expect(directory.byId(lender.id)?.plugins.get('acme-extra')).toBe('ENABLED');
  });

  it('answers a refused toggle as data', async () => {
    const { data } = await run(SET, { input: { plugin: 'acme-none', state: 'ENABLED' } });
    expect(data).toMatchObject({
      setPluginState: {
        plugin: null,
        findings: [{ code: 'PLUGIN_NOT_INSTALLED', message: expect.stringContaining('No plugin acme-none'), path: ['input', 'pluginId'] }],
      },
    });
  });
});
