import { setTimeout } from 'node:timers/promises';
import { CommandBench } from '../../test/support/command-bench';
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { type CommandContext, type CommandResult, defineCommand } from '../commands';
import { statement } from '../database';
import { type Lender, lenderErrors, openWork, type PluginState, pluginCards, type SetPluginStateInput, setPluginState } from '.';

const countOpen = statement<{ open: number }>('test_open_work', 'select count(*)::int as open from test_work where plugin_id = $1');
const startWork = statement<never>('test_start_work', 'insert into test_work values ($1)');

describe('a plugin’s state', () => {
  let database: TestDatabase;
  let bench: CommandBench;
  let lender: Lender;

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = new CommandBench(database);
    await bench.asAdmin((client) =>
      client.query('create table test_work (plugin_id text); grant select, insert, delete on test_work to lexgraph_app'),
    );
    for (const [id, requires] of [
      ['acme-base', ['lenders']],
      ['acme-extra', ['acme-base']],
    ] as const) {
      bench.extensions.add(pluginCards, id, {
        id,
        jurisdiction: 'XX',
        title: { en: id, ru: id, be: id },
        legalBasis: [],
        coreRange: '*',
        requires,
      });
    }
    bench.extensions.add(openWork, 'acme', {
      name: 'things',
      count: async (transaction, pluginId) => (await transaction.query(countOpen, [pluginId]))[0]!.open,
    });
  });
  beforeEach(async () => {
    lender = await bench.newLender({ 'acme-base': 'ENABLED', 'acme-extra': 'DISABLED' });
    await bench.asAdmin((client) => client.query('delete from test_work'));
  });
  afterAll(() => database.close());

  const set = (pluginId: string, state: PluginState, more: Partial<SetPluginStateInput> = {}) =>
    bench.execute(setPluginState, { pluginId, state, reason: null, force: false, ...more }, lender);
  const begin = (during: (context: CommandContext) => Promise<void> = async () => {}) =>
    bench.execute(
      defineCommand<null, CommandResult>({
        name: 'testBegin',
        emits: [],
        run: async (_input, context) => {
          await context.requirePlugin('acme-base', 'START');
          await during(context);
          await context.transaction.query(startWork, ['acme-base']);
          return {};
        },
      }),
      null,
      lender,
    );
  const stateOf = (pluginId: string) =>
    bench.asAdmin(async (client) => {
      const { rows } = await client.query(
        'select state, forced, reason, changed_by from core.plugin_state where lender_id = $1 and plugin_id = $2',
        [lender.id, pluginId],
      );
      return rows[0] as { state: PluginState; forced: boolean; reason: string | null; changed_by: string };
    });
  const traces = () =>
    bench.asAdmin(async (client) => ({
      events: (
        await client.query("select payload from core.event_inbox where lender_id = $1 and type = 'PluginStateChanged' order by seq", [
          lender.id,
        ])
      ).rows.map(({ payload }) => payload as unknown),
      audit: (
        await client.query("select details from core.audit_entry where lender_id = $1 and command = 'setPluginState' order by seq", [
          lender.id,
        ])
      ).rows.map(({ details }) => details as unknown),
    }));

  it('is set, told and recorded', async () => {
    expect(await set('acme-base', 'DRAINING', { reason: 'no new ones' })).toEqual({ pluginId: 'acme-base' });
    expect(await stateOf('acme-base')).toMatchObject({
      state: 'DRAINING',
      forced: false,
      reason: 'no new ones',
      changed_by: 'SYSTEM:test',
    });
    expect(await traces()).toEqual({
      events: [{ plugin: 'acme-base', from: 'ENABLED', to: 'DRAINING', forced: false }],
      audit: [{ plugin: 'acme-base', from: 'ENABLED', to: 'DRAINING', forced: false, reason: 'no new ones' }],
    });
  });

  it('set to what it is changes and tells nothing', async () => {
    expect(await set('acme-base', 'ENABLED')).toEqual({ pluginId: 'acme-base' });
    expect((await traces()).events).toEqual([]);
    expect(await stateOf('acme-base')).toMatchObject({ reason: null });
  });

  it('of a plugin that the lender never used can be set', async () => {
    lender = await bench.newLender();
    expect(await set('acme-base', 'ENABLED')).toEqual({ pluginId: 'acme-base' });
    expect(await stateOf('acme-base')).toMatchObject({ state: 'ENABLED' });
  });

  it('of a plugin that is not installed cannot be set', async () => {
    expect(await set('acme-none', 'ENABLED')).toMatchObject({
      findings: [{ code: 'PLUGIN_NOT_INSTALLED', facts: { plugin: 'acme-none' } }],
    });
  });

  it('is not DISABLED while work is open, unless forced with a reason', async () => {
    await begin();
    await begin();
    expect(await set('acme-base', 'DISABLED')).toMatchObject({
      findings: [{ code: 'PLUGIN_IN_USE', facts: { things: 2, open: 'things 2' } }],
    });
    expect(await set('acme-base', 'DRAINING')).toEqual({ pluginId: 'acme-base' });
    for (const reason of [null, '   ', 'short']) {
      expect(await set('acme-base', 'DISABLED', { force: true, reason })).toMatchObject({ findings: [{ code: 'REASON_REQUIRED' }] });
    }
    expect(await set('acme-base', 'DISABLED', { force: true, reason: 'ordered by the supervisor' })).toEqual({ pluginId: 'acme-base' });
    expect(await stateOf('acme-base')).toMatchObject({ state: 'DISABLED', forced: true, reason: 'ordered by the supervisor' });
    expect((await traces()).audit.at(-1)).toMatchObject({ forced: true, reason: 'ordered by the supervisor', things: 2 });
  });

  it('is not marked as forced when nothing was open', async () => {
    await set('acme-base', 'DISABLED', { force: true, reason: 'ordered by the supervisor' });
    expect(await stateOf('acme-base')).toMatchObject({ state: 'DISABLED', forced: false });
  });

  it('is never further on than that of a plugin that it requires', async () => {
    await set('acme-base', 'DRAINING');
    expect(await set('acme-extra', 'ENABLED')).toMatchObject({
      findings: [
        { code: 'PLUGIN_DEPENDENCY', facts: { plugin: 'acme-extra', state: 'ENABLED', other: 'acme-base', otherState: 'DRAINING' } },
      ],
    });
    await set('acme-base', 'ENABLED');
    expect(await set('acme-extra', 'ENABLED')).toEqual({ pluginId: 'acme-extra' });
    expect(await set('acme-base', 'DISABLED')).toMatchObject({ findings: [{ code: 'PLUGIN_DEPENDENCY', facts: { other: 'acme-extra' } }] });
  });

  it('is waited for by a toggle while a command that read it runs, and nothing starts after the toggle’s commit', async () => {
    let toggled = false;
    let toggle!: Promise<unknown>;
    await begin(async () => {
      toggle = set('acme-base', 'DRAINING').then(() => {
        toggled = true;
      });
      await setTimeout(150);
      expect(toggled).toBe(false);
    });
    await toggle;
    await expect(begin()).rejects.toMatchObject({ extensions: { code: 'PLUGIN_DRAINING' } });
  });

  it('counts what was started before the cut: the toggle that waited for it is refused', async () => {
    let toggle!: Promise<unknown>;
    await begin(async () => {
      toggle = set('acme-base', 'DISABLED');
      await setTimeout(100);
    });
    expect(await toggle).toMatchObject({ findings: [{ code: 'PLUGIN_IN_USE', facts: { things: 1 } }] });
    expect(await stateOf('acme-base')).toMatchObject({ state: 'ENABLED' });
  });

  it('toggled under load admits nothing after the cut and fails nothing that began before', async () => {
    let cut = false;
    let begunAfterCut = 0;
    const refusals: unknown[] = [];
    const load = Array.from({ length: 6 }, async () => {
      for (let after = 0; after < 5; ) {
        const asked = cut;
        if (asked) after++;
        await begin().then(
          () => {
            if (asked) begunAfterCut++;
          },
          (error: { extensions?: { code?: string } }) => refusals.push(error.extensions?.code),
        );
      }
    });
    await setTimeout(30);
    await set('acme-base', 'DRAINING');
    cut = true;
    await Promise.all(load);
    expect(begunAfterCut).toBe(0);
    expect(new Set(refusals)).toEqual(new Set(['PLUGIN_DRAINING']));
  });

  it('has a sentence in each language for each of its findings', () => {
    expect(lenderErrors.definitions.map(({ code }) => code)).toEqual([
      'PLUGIN_NOT_INSTALLED',
      'PLUGIN_IN_USE',
      'PLUGIN_DEPENDENCY',
      'REASON_REQUIRED',
    ]);
    for (const { en, ru, be } of lenderErrors.definitions) expect(new Set([en, ru, be]).size).toBe(3);
  });
});
