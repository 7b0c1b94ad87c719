import { setTimeout } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { makeDataSource } from '../../ormconfig';
import { CommandBench } from '../../test/support/command-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { Database, uuidv7 } from '../database';
import { installLenders, type LenderChange, type LenderDefinition, LenderDirectory } from '.';

const definition = (code: string): LenderDefinition => ({
  id: uuidv7(),
  code,
  name: 'Acme',
  legalName: 'Acme SA',
  country: 'FR',
  zone: 'Europe/Paris',
  currency: 'EUR',
  hosts: [`${code}.example`],
  details: { registration: '1' },
});

describe('the directory of lenders', () => {
  let database: TestDatabase;
  let owner: Database;
  let bench: CommandBench;
  const failures: unknown[] = [];
  const directories: LenderDirectory[] = [];
  const now = Temporal.Instant.from('2026-03-31T09:00:00Z');

  beforeAll(async () => {
    database = await createTestDatabase();
    owner = await Database.connect(makeDataSource(database.urls.owner));
    bench = new CommandBench(database);
  });
  afterAll(async () => {
    await Promise.all(directories.map((directory) => directory.stop()));
    await owner.close();
    await database.close();
  });

  async function load(pollMilliseconds?: number): Promise<LenderDirectory> {
    const directory = await LenderDirectory.load({
      database: database.worker,
      onFailure: (error) => failures.push(error),
      ...(pollMilliseconds ? { pollMilliseconds } : {}),
    });
    directories.push(directory);
    return directory;
  }
  const install = (lender: LenderDefinition) => installLenders(owner, [{ plugin: 'acme-plugin', value: lender }], now);
  const change = (sql: string, lender: LenderDefinition) => bench.asAdmin((client) => client.query(sql, [lender.id]));
  const until = async (holds: () => boolean) => {
    for (let i = 0; i < 300 && !holds(); i++) await setTimeout(10);
    return holds();
  };

  it('has the installed lenders by id, by code and by host', async () => {
    const lender = definition('one');
    await install(lender);
    const directory = await load();
    expect(directory.byCode('one')).toMatchObject({ id: lender.id, legalName: 'Acme SA', details: { registration: '1' } });
    expect(directory.byId(lender.id)?.plugins).toEqual(new Map([['acme-plugin', 'ENABLED']]));
    expect(directory.byHost('ONE.example:8080')?.id).toBe(lender.id);
    expect([directory.byCode('none'), directory.byHost('none.example'), directory.byId(uuidv7())]).toEqual([null, null, null]);
  });

  it('follows the definition at the next installation and leaves the states as operators set them', async () => {
    const lender = definition('two');
    await install(lender);
    await change("update core.plugin_state set state = 'DRAINING' where lender_id = $1", lender);
    await install({ ...lender, name: 'Acme renamed' });
    const found = (await load()).byCode('two');
    expect(found).toMatchObject({ name: 'Acme renamed' });
    expect(found?.plugins.get('acme-plugin')).toBe('DRAINING');
  });

  it.each([
    ['currency', { currency: 'EURO' }],
    ['time zone', { zone: 'Europe/Nowhere' }],
  ])('takes no lender with an unknown %s', async (what, wrong) => {
    await expect(install({ ...definition('three'), ...wrong })).rejects.toThrow(new RegExp(`three: .*${what}`));
  });

  it('keeps the very lender that did not change and tells of the one that did', async () => {
    const [kept, changed] = [definition('kept'), definition('changed')];
    await install(kept);
    await install(changed);
    const directory = await load();
    const before = directory.byCode('kept');
    const changes: LenderChange[] = [];
    const stop = directory.onChange((more) => changes.push(...more));
    await change("update core.plugin_state set state = 'DISABLED' where lender_id = $1", changed);
    await directory.refresh();
    expect(directory.byCode('kept')).toBe(before);
    expect(changes.map(({ before, after }) => [before?.plugins.get('acme-plugin'), after.plugins.get('acme-plugin')])).toEqual([
      ['ENABLED', 'DISABLED'],
    ]);
    stop();
    await change("update core.plugin_state set state = 'ENABLED' where lender_id = $1", changed);
    await directory.refresh();
    expect(changes).toHaveLength(1);
  });

  it('follows a committed toggle by its notice, without waiting for the poll', async () => {
    const lender = definition('noticed');
    await install(lender);
    const directory = await load(60_000);
    await directory.start();
    await change(
      "with t as (update core.plugin_state set state = 'DRAINING' where lender_id = $1) select pg_notify('lexgraph_toggles', '')",
      lender,
    );
    expect(await until(() => directory.byCode('noticed')?.plugins.get('acme-plugin') === 'DRAINING')).toBe(true);
    await directory.stop();
  });

  it('follows by the poll where no notice came, and listens again after its connection was cut off', async () => {
    const lender = definition('polled');
    await install(lender);
    const directory = await load(20);
    await directory.start();
    await bench.asAdmin((client) =>
      client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen lexgraph_toggles'",
      ),
    );
    await change("update core.plugin_state set state = 'DRAINING' where lender_id = $1", lender);
    expect(await until(() => directory.byCode('polled')?.plugins.get('acme-plugin') === 'DRAINING')).toBe(true);
    const listening = () =>
      bench.asAdmin(async (client) => {
        const { rowCount } = await client.query(
          "select from pg_stat_activity where datname = current_database() and query = 'listen lexgraph_toggles'",
        );
        return rowCount;
      });
    for (let i = 0; i < 100 && (await listening()) !== 1; i++) await setTimeout(20);
    expect(await listening()).toBe(1);
    await directory.stop();
    for (let i = 0; i < 100 && (await listening()) !== 0; i++) await setTimeout(20);
    expect(await listening()).toBe(0);
  });
});
