import { buildSchema, extendSchema, lexicographicSortSchema, parse, printSchema, validateSchema } from 'graphql';
import { fixtureModules, fixturePlugins } from '../test/support/fixture-graph';
import { composeMaximalSchema, derive, fieldRights, printGraph, printPlugin } from '.';

const maximal = composeMaximalSchema({ modules: fixtureModules, plugins: fixturePlugins });

describe('printed graphs', () => {
  it('of a plugin extend the core to exactly what a lender with that plugin sees', () => {
    for (const plugin of maximal.plugins) {
      const extended = extendSchema(buildSchema(printGraph(derive(maximal, []))), parse(printPlugin(maximal, plugin)));
      expect(validateSchema(extended)).toEqual([]);
      expect(printSchema(lexicographicSortSchema(extended))).toBe(printGraph(derive(maximal, [plugin])).trim());
    }
  });

  it('of a plugin name nothing of the core but what they extend', () => {
    const rent = printPlugin(maximal, 'acme-rent');
    expect(rent).toBe('extend type Thing {\n  """Whether it is rented."""\n  acmeRent: Boolean\n}\n');
  });

  it('come with the right that each field needs', () => {
    const rights = fieldRights(maximal);
    expect(rights).toContainEqual({ type: 'Thing', field: 'secret', scope: 'things:secret', owner: 'things' });
    expect(rights).toContainEqual({ type: 'Thing', field: 'name', scope: 'things:read', owner: 'things' });
    expect(rights).toContainEqual({ type: 'Thing', field: 'acmeRent', scope: 'things:read', owner: 'acme-rent' });
    expect(rights.filter(({ scope }) => scope === 'none')).toEqual([]);
  });
});
