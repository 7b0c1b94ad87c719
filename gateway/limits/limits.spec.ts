import { type OperationDefinitionNode, parse, validate } from 'graphql';
import { composeMaximalSchema, derive } from '../../schema';
import { fixtureModules, fixturePlugins } from '../../test/support/fixture-graph';
import { checkLimits, DEFAULT_LIMITS, shapeOf } from '.';

const maximal = composeMaximalSchema({ modules: fixtureModules, plugins: fixturePlugins });
const schema = derive(maximal, ['acme-swap', 'acme-rent']);

function shape(source: string) {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  return shapeOf(schema, document, document.definitions.find((node) => node.kind === 'OperationDefinition') as OperationDefinitionNode);
}
const codes = (source: string, limits = {}, variables = {}) =>
  checkLimits(shape(source), { ...DEFAULT_LIMITS, ...limits }, variables).map((error) => error.definition.code);

describe('the shape of an operation', () => {
  it('counts depth through fragments', () => {
    expect(shape('{ thing { ...T } } fragment T on Thing { holder { ... on Holder { title } } }').depth).toBe(3);
  });

  it('multiplies what is below a list by `first`, its variable, or the default', () => {
    const below = '{ holder { title } }';
    expect(shape(`{ things(first: 100) ${below} }`).costOf({})).toBe(1 + 100);
    expect(shape(`query ($n: Int!) { things(first: $n) ${below} }`).costOf({ n: 50 })).toBe(1 + 50);
    expect(shape(`query ($n: Int = 7) { things(first: $n) ${below} }`).costOf({})).toBe(1 + 7);
    expect(shape(`{ things ${below} }`).costOf({})).toBe(1 + 20);
  });

  it('is not lowered by a negative page or a text in its place', () => {
    expect(shape('{ things(first: -5) { holder { title } } }').costOf({})).toBe(2);
    expect(shape('query ($n: Int!) { things(first: $n) { holder { title } } }').costOf({ n: 'many' })).toBe(1 + 20);
  });

  it('prices what a plugin adds to a core type above what the core has', () => {
    expect(shape('{ thing { acmeRent } }').costOf({})).toBe(1 + 3);
    expect(shape('{ thing { name } }').costOf({})).toBe(1);
  });

  it('stays quick on fragments that spread each other twice', () => {
    const fragments = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join('\n');
    expect(codes(`{ ...F0 } ${fragments} fragment F40 on Query { thing { name } }`)).toContain('QUERY_TOO_COSTLY');
  });

  it('leaves introspection to its own switch', () => {
    const introspection = shape('{ __schema { types { fields { type { ofType { ofType { name } } } } } } }');
    expect(introspection).toMatchObject({ depth: 0, introspects: true });
    expect(shape('{ __typename }').introspects).toBe(false);
  });
});

describe('limits', () => {
  it('let an ordinary operation pass', () => {
    expect(codes('{ things(first: 20) { name holder { title } acmeSwap { kind } } }')).toEqual([]);
  });

  it.each([
    ['QUERY_TOO_DEEP', '{ thing { holder { title } } }', { depth: 2 }],
    ['QUERY_TOO_MANY_ALIASES', '{ a: hello b: hello c: hello }', { aliases: 2 }],
    ['QUERY_TOO_MANY_ROOT_FIELDS', '{ a: hello hello }', { rootFields: 1 }],
    ['QUERY_TOO_COSTLY', '{ things(first: 100) { holder { title } } }', { cost: 100 }],
  ])('refuse with %s', (code, source, limits) => {
    expect(codes(source, limits)).toEqual([code]);
  });

  it('refuse variables of more values than any input has, however they nest', () => {
    const source = 'query ($n: Int!) { things(first: $n) { name } }';
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(codes(source, {}, { n: 1 })).toEqual([]);
    expect(codes(source, {}, { n: 1, list: Array.from({ length: 60_000 }, () => 'a') })).toEqual(['VARIABLES_TOO_MANY']);
    expect(codes(source, {}, { n: 1, deep })).toEqual(['VARIABLES_TOO_MANY']);
  });
});
