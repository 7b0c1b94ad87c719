import { composeRegistry } from '../../gateway/runtime/registry';

describe('every mutation of the graph', () => {
  const mutations = Object.values(composeRegistry().maximal.schema.getMutationType()!.getFields());

  it('takes one input or nothing at all', () => {
    const others = mutations.filter(({ args }) => args.length > 1 || args.some(({ name }) => name !== 'input'));
    expect(others.map(({ name, args }) => `${name}(${args.map((arg) => arg.name).join(', ')})`)).toEqual([]);
  });

  it('answers a payload, never a bare object', () => {
    const silent = mutations.filter(({ type }) => !/Payload!$/.test(String(type)));
    expect(silent.map(({ name, type }) => `${name}: ${type}`)).toEqual([]);
  });
});
