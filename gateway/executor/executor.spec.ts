import { buildSchema, execute, GraphQLError, type OperationDefinitionNode, parse, validate } from 'graphql';
import { composeMaximalSchema, derive, scopeErrors } from '../../schema';
import { fixtureContext } from '../../test/support/fixture-context';
import { fixtureErrors, fixtureModules, fixturePlugins, ids } from '../../test/support/fixture-graph';
import { DEFAULT_LIMITS, limitErrors } from '../limits';
import { Executor, executorErrors, logUnhandledRejections, makeErrorFormatter, statusOf } from '.';
import { LruCache } from './lru-cache';
import { planOf } from './plan';

const schema = derive(composeMaximalSchema({ modules: fixtureModules, plugins: fixturePlugins }), ['acme-swap', 'acme-rent']);
const log: object[] = [];
const logger = { error: (fields: object) => log.push(fields) };
const definitions = [executorErrors, limitErrors, scopeErrors, fixtureErrors].flatMap((set) => set.definitions);
const formatError = makeErrorFormatter({ definitions, logger: logger as never });
const executor = (part: Partial<Executor['options']> = {}) =>
  new Executor({ limits: DEFAULT_LIMITS, introspection: 'PUBLIC', formatError, ...part });

async function run(source: string, variables: Record<string, unknown> = {}, context = fixtureContext(), using = executor()) {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const prepared = using.prepare(schema, document)!;
  return using.refuse(prepared, variables, context) ?? (await using.execute(prepared, variables, context));
}

describe('compiled code answers what graphql-js answers', () => {
  it.each<[string, Record<string, unknown>?]>([
    ['{ thing { id name stage holder { title } acmeSwap { kind rate } acmeRent } }'],
    ['{ anything { __typename id ... on Thing { name } } subjects { ... on Holder { title } __typename } }'],
    ['{ notes { __typename code ... on PlainNote { text } } }'],
    ['query ($n: Int) { things(first: $n) { name } }', {}],
    ['query ($n: Int = 2) { things(first: $n) { name } }'],
    ['query ($yes: Boolean!) { thing { name @include(if: $yes) id @skip(if: $yes) } }', { yes: true }],
    ['query ($id: ID!) { node(id: $id) { id __typename } }', { id: ids.swap }],
    ['query ($name: String) { hello(name: $name) }', { name: null }],
    ['mutation ($i: StartThingInput!) { startThing(input: $i) { echo thing { id } } }', { i: { name: 'a', acmeSwap: {} } }],
    ['mutation ($n: String!) { startThing(input: { name: $n }) { echo } }', { n: 'b' }],
    ['mutation ($s: Stage) { startThing(input: { name: "c", stage: $s }) { echo } }', {}],
    ['query ($on: LocalDate!) { dayAfter(on: $on) }', { on: '2026-02-28' }],
    ['{ dayAfter(on: "2026-02-28") }'],
    ['{ dayAfter }'],
    ['query ($on: LocalDate) { dayAfter(on: $on) }'],
    ['query ($on: LocalDate! = "2028-02-28") { dayAfter(on: $on) }'],
    ['{ a: hello b: hello ...F } fragment F on Query { a: hello c: hello(name: "c") }'],
  ])('%s', async (source, variables = {}) => {
    const document = parse(source);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const contextValue = fixtureContext();
    const reference = await execute({ schema, document, contextValue, variableValues: variables, rootValue: {} });
    const result = await planOf(schema, document, operation).run(contextValue, variables);
    expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify(reference)));
    expect(reference.errors).toBeUndefined();
  });

  it('leaves to graphql-js what it would answer differently', () => {
    const planned = (source: string) => planOf(schema, parse(source), parse(source).definitions[0] as OperationDefinitionNode).compiled;
    expect(planned('{ hello }')).toBe(true);
    expect(planned('mutation ($s: Stage) { startThing(input: { name: "c", stage: $s }) { echo } }')).toBe(false);
    expect(planned('query ($n: Int!) { things(first: $n) { name } }')).toBe(true);
    expect(planned('query ($on: LocalDate!) { dayAfter(on: $on) }')).toBe(true);
    expect(planned('{ dayAfter(on: "2026-02-28") }')).toBe(false);
    expect(planned('mutation ($i: StartThingInput!) { startThing(input: $i) { echo } }')).toBe(false);
  });

  it('does not compile a variable of a recursive input type', async () => {
    const recursive = buildSchema('type Query { count(filter: F): Int } input F { and: [F!] n: Int }');
    const document = parse('query ($f: F) { count(filter: $f) }');
    const plan = planOf(recursive, document, document.definitions[0] as OperationDefinitionNode);
    expect(plan.compiled).toBe(false);
    expect(await plan.run({}, { f: { and: [{ n: 1 }] } })).toEqual({ data: { count: null } });
  });
});

describe('errors that leave the executor', () => {
  it('keep code, sentence, facts and path when they are of the one list', async () => {
    const result = await run('{ hello jammed }', {}, fixtureContext({}, { locale: 'ru' }));
    expect(result).toEqual({
      data: { hello: 'hello world', jammed: null },
      errors: [
        {
          message: 'Предмет lathe заклинило: верните его назад.',
          path: ['jammed'],
          locations: [{ line: 1, column: 9 }],
          extensions: { code: 'THING_JAMMED', facts: { name: 'lathe' } },
        },
      ],
    });
    expect(statusOf(result)).toBe(200);
  });

  it('hide what nobody expected, and log neither its message nor what it holds', async () => {
    log.length = 0;
    const result = await run('{ broken }');
    expect(result.errors).toEqual([
      {
        message: expect.stringContaining('request-1'),
        path: ['broken'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'INTERNAL_ERROR', requestId: 'request-1' },
      },
    ]);
    expect(JSON.stringify(result) + JSON.stringify(log)).not.toMatch(/10\.0\.0\.7|\+1000/);
    expect(log).toEqual([expect.objectContaining({ requestId: 'request-1', path: 'broken', error: 'Error', at: expect.any(Array) })]);
  });

  it('do not end the process when nobody waits for them', () => {
    log.length = 0;
    const stop = logUnhandledRejections(logger as never);
    process.emit('unhandledRejection', new TypeError('of +10000000000'), Promise.resolve());
    stop();
    expect(log).toEqual([expect.objectContaining({ error: 'TypeError' })]);
    expect(JSON.stringify(log)).not.toContain('+1');
  });

  it('hide a code that is not of the one list', () => {
    const error = new GraphQLError('secret', { extensions: { code: 'SOMETHING_ELSE' } });
    expect(formatError(error, fixtureContext()).extensions).toEqual({ code: 'INTERNAL_ERROR', requestId: 'request-1' });
  });

  it('tell a bad variable by its place, without running anything', async () => {
    const result = await run('mutation ($i: StartThingInput!) { startThing(input: $i) { echo } }', { i: { name: 1 } });
    expect(result.data).toBeUndefined();
    expect(result.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' }, message: expect.stringContaining('at "i.name"') });
    expect(statusOf(result)).toBe(400);
  });
});

describe('before an operation runs', () => {
  it('a caller without a token is asked to sign in, one without the scope is refused with the field that needs it', async () => {
    const anonymous = await run('{ hello thing { name } }', {}, fixtureContext({ kind: 'ANONYMOUS', scopes: new Set() }));
    expect(anonymous).toEqual({
      errors: [expect.objectContaining({ path: ['thing'], extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) })],
    });
    const officer = await run('{ thing { name } things { secret } }', {}, fixtureContext({ scopes: new Set(['things:read']) }));
    expect(officer.errors).toEqual([
      expect.objectContaining({
        path: ['things', 'secret'],
        extensions: { code: 'FORBIDDEN', facts: { field: 'Thing.secret', scope: 'things:secret' } },
      }),
    ]);
    expect([statusOf(anonymous), statusOf(officer)]).toEqual([401, 403]);
  });

  it('a field of an interface needs the scopes of all types that may stand there', async () => {
    const prepared = executor().prepare(schema, parse('{ anything { ... on Node { id } ...on Holder { title } } }'))!;
    expect(prepared.requirements.map(({ scope }) => scope)).toEqual(['signed-in', 'holders:read']);
  });

  it('a skipped field needs its scope too, and so does one in a fragment', async () => {
    const needed = (source: string) =>
      executor()
        .prepare(schema, parse(source))!
        .requirements.map(({ scope }) => scope);
    expect(needed('query ($n: Boolean!) { thing @include(if: $n) { secret } }')).toEqual(['things:read', 'things:secret']);
    expect(needed('{ ...A } fragment A on Query { thing { ...B } } fragment B on Thing { secret }')).toEqual([
      'things:read',
      'things:secret',
    ]);
  });

  it('introspection is answered as configured', async () => {
    const anonymous = fixtureContext({ kind: 'ANONYMOUS', scopes: new Set() });
    const ask = (introspection: 'OFF' | 'SIGNED_IN' | 'PUBLIC', context = anonymous) =>
      run('{ __schema { queryType { name } } }', {}, context, executor({ introspection })).then(
        (result) => result.errors?.[0]?.extensions?.code ?? 'answered',
      );
    expect([await ask('PUBLIC'), await ask('SIGNED_IN'), await ask('OFF')]).toEqual(['answered', 'UNAUTHENTICATED', 'INTROSPECTION_OFF']);
    expect([await ask('SIGNED_IN', fixtureContext()), await ask('OFF', fixtureContext())]).toEqual(['answered', 'INTROSPECTION_OFF']);
  });

  it('limits refuse with their own code', async () => {
    const result = await run('{ thing { holder { title } } }', {}, fixtureContext(), executor({ limits: { ...DEFAULT_LIMITS, depth: 2 } }));
    expect(result.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_DEEP');
  });
});

describe('prepared operations', () => {
  it('are kept per schema, document and name, up to the capacity', () => {
    const using = executor({ cacheSize: 1 });
    const document = parse('query A { hello } query B { hello }');
    const a = using.prepare(schema, document, 'A');
    expect(using.prepare(schema, document, 'A')).toBe(a);
    expect(using.prepare(schema, document, 'B')).not.toBe(a);
    expect(using.prepare(schema, document)).toBeNull();
    using.prepare(schema, parse('{ hello }'));
    expect(using.prepare(schema, document, 'A')).not.toBe(a);
  });

  it('forget what was used least recently', () => {
    const cache = new LruCache<string, number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).toEqual([1, undefined, 3, 2]);
  });
});
