import { graphql, lexicographicSortSchema, printSchema, validateSchema } from 'graphql';
import { fixtureModules, fixturePlugins, ids } from '../test/support/fixture-graph';
import { composeMaximalSchema } from './compose';
import { derive } from './derive';

const maximal = composeMaximalSchema({ modules: fixtureModules, plugins: fixturePlugins });
const sdl = (plugins: string[]) => printSchema(lexicographicSortSchema(derive(maximal, plugins)));
const caller = { kind: 'OFFICER', subject: 'o', scopes: new Set(['things:read', 'holders:read', 'things:write']) };
const run = (plugins: string[], source: string, variableValues?: Record<string, unknown>) =>
  graphql({ schema: derive(maximal, plugins), source, variableValues, contextValue: { caller } });

describe('a derived schema', () => {
  it('is the maximal one when every plugin is on', () => {
    expect(sdl(['acme-swap', 'acme-rent'])).toBe(printSchema(lexicographicSortSchema(maximal.schema)));
  });

  it('names nothing of a plugin that is off', () => {
    expect(sdl([])).not.toMatch(/acme/i);
    expect(sdl(['acme-rent'])).not.toMatch(/acmeSwap/i);
    expect(sdl(['acme-rent'])).toMatch(/acmeRent: Boolean/);
    expect(sdl(['acme-swap'])).toMatch(/acmeSwap: AcmeSwapStartInput/);
  });

  it('comes back the same after a plugin went off and on', () => {
    const fresh = composeMaximalSchema({ modules: fixtureModules, plugins: fixturePlugins });
    const print = (plugins: string[]) => printSchema(derive(fresh, plugins));
    const [on, off] = [print(['acme-swap']), print([])];
    expect(off).not.toBe(on);
    expect(print(['acme-swap'])).toBe(on);
    expect(printSchema(derive(maximal, ['acme-swap']))).toBe(on);
  });

  it('does not depend on the order in which plugins are named, and is derived once', () => {
    expect(derive(maximal, ['acme-rent', 'acme-swap'])).toBe(derive(maximal, new Set(['acme-swap', 'acme-rent'])));
    expect(derive(maximal, ['acme-rent', 'not-installed'])).toBe(derive(maximal, ['acme-rent']));
  });

  it.each([[[]], [['acme-rent']], [['acme-swap']], [['acme-rent', 'acme-swap']]])('is valid and answers with %j', async (plugins) => {
    expect(validateSchema(derive(maximal, plugins))).toEqual([]);
    const result = await run(plugins, '{ thing { id name stage holder { title } } subjects { __typename } notes { __typename code } }');
    expect(result).toEqual({
      data: {
        thing: { id: ids.thing, name: 'lathe', stage: 'OPEN', holder: { title: 'workshop' } },
        subjects: [{ __typename: 'Thing' }, { __typename: 'Holder' }],
        notes: [{ __typename: 'PlainNote', code: 'A' }],
      },
    });
  });

  it('takes the input that a plugin adds only while the plugin is on', async () => {
    const start = 'mutation ($input: StartThingInput!) { startThing(input: $input) { echo } }';
    const input = { name: 'n', acmeSwap: { kind: 'RING' } };
    expect((await run(['acme-swap'], start, { input })).data).toEqual({
      startThing: { echo: JSON.stringify({ name: 'n', stage: 'open', acmeSwap: { kind: 'ring' } }) },
    });
    expect((await run([], start, { input })).errors?.[0]?.message).toMatch(/"acmeSwap" is not defined/);
    expect((await run([], start, { input: { name: 'n' } })).errors).toBeUndefined();
  });

  it('finds nodes by id, and answers null for types that it does not have', async () => {
    const node = 'query ($id: ID!) { node(id: $id) { __typename id } }';
    expect((await run(['acme-swap'], node, { id: ids.swap })).data).toEqual({ node: { __typename: 'AcmeSwap', id: ids.swap } });
    expect(await run([], node, { id: ids.swap })).toEqual({ data: { node: null } });
    expect(await run([], node, { id: 'nonsense' })).toEqual({ data: { node: null } });
  });

  it('checks the scope of a type before a node look-up runs', async () => {
    const result = await graphql({
      schema: derive(maximal, []),
      source: `{ node(id: "${ids.holder}") { id } }`,
      contextValue: { caller: { kind: 'PARTNER', scopes: new Set(['things:read']) } },
    });
    expect(result.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('knows the owner of every type and field', () => {
    const { types, fields } = maximal.ownership;
    expect(types.get('Thing')).toBe('things');
    expect(types.get('Holder')).toBe('things');
    expect(types.get('AcmeSwapKind')).toBe('acme-swap');
    expect(types.get('AcmeSwapNote')).toBe('acme-swap');
    expect(types.get('Node')).toBe('schema');
    expect(fields.get('Thing.acmeRent')).toBe('acme-rent');
    expect(fields.get('StartThingInput.acmeSwap')).toBe('acme-swap');
    expect(fields.get('Mutation.acmeSwapTurn')).toBe('acme-swap');
  });
});
