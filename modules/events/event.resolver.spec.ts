import { type ExecutionResult, graphql, parse, subscribe } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { defineErrors, toGlobalId } from '../../schema/base';
import { EventBench, until, type Writer } from '../../test/support/event-bench';
import { systemCaller } from '../access';
import { systemClock } from '../calendar';
import type { GraphContext } from '../commands';
import { Loaders, uuidv7 } from '../database';
import { eventNode } from './event.loader';
import { EventResolver } from './event.resolver';
import { EventStreams } from './event-streams';
import { collectEventTypes } from './event-types';
import { Sequencer } from './sequencer';

const unused = { publish: () => {}, subscribe: () => Promise.reject(new Error('unused')) };
const schema = buildSchemaSync({ resolvers: [EventResolver], pubSub: unused as never, validate: false });
const offError = defineErrors('test', { ACME_OFF: { kind: 'ERROR', en: 'Off.', ru: 'Выкл.', be: 'Выкл.' } });

const FIELDS = `id cursor type schemaVersion at lender plugin subject { type id } applicationId cause { command actor clause } payload`;
const LIST = `query ($after: Cursor, $first: Int = 50, $types: [String!], $applicationId: ID, $subjectId: ID) {
  events(after: $after, first: $first, types: $types, applicationId: $applicationId, subjectId: $subjectId) {
    edges { cursor node { ${FIELDS} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const LIVE = parse('subscription ($after: Cursor, $types: [String!]) { events(after: $after, types: $types) { cursor payload } }');

describe('events in the graph', () => {
  let bench: EventBench;
  let writer: Writer;
  let streams: EventStreams;
  let sequencer: Sequencer;
  beforeAll(async () => {
    bench = await EventBench.open();
    writer = await bench.writer();
    sequencer = new Sequencer({ database: bench.database.worker });
    streams = new EventStreams({ database: bench.database.worker, clock: systemClock, expired: () => offError.error('ACME_OFF') });
    await streams.start();
  });
  afterAll(async () => {
    await sequencer.stop();
    await streams.stop();
    await bench.close();
  });

  const applicationId = uuidv7();
  const tell = async (label: string, more: Parameters<Writer['tell']>[2] = {}) => {
    await writer.tell('s0', [label], more);
    sequencer.nudge();
    await until(async () => (await bench.log()).some((event) => event.label === label));
  };

  function context(options: { clientId?: string; plugins?: string[]; scopes?: string[]; lenderId?: string } = {}): GraphContext {
    const lenderId = options.lenderId ?? bench.lenderId;
    const database = bench.database.app.scoped({ lenderId, clientId: options.clientId });
    return {
      database,
      loaders: new Loaders(database),
      streams,
      caller: { ...systemCaller(lenderId, 'test'), scopes: new Set(options.scopes) },
      lender: { id: lenderId, code: 'acme-credit' },
      visiblePlugins: new Set(options.plugins ?? []),
      eventTypes: collectEventTypes(
        [
          {
            id: 'things',
            eventTypes: [
              { type: 'ThingChanged', version: 2, description: 'A thing changed.', example: { label: 'x' } },
              { type: 'ThingSold', version: 1, description: 'A thing was sold.', example: {}, scope: 'things:sell' },
            ],
          },
        ],
        [{ id: 'acme', eventTypes: [{ type: 'AcmeMoved', version: 1, description: 'It moved.', example: {} }] }],
      ),
    } as unknown as GraphContext;
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers are judged by the assertions on them.
  const ask = async (source: string, variables: Record<string, unknown> = {}, contextValue = context()): Promise<any> =>
    graphql({ schema, source, variableValues: variables, contextValue });
  // biome-ignore lint/suspicious/noExplicitAny: answers are judged by the assertions on them.
  const labelsOf = ({ data }: any) => data.events.edges.map(({ node }: any) => node.payload.label);

  it('shows an event whole', async () => {
    await tell('whole', { applicationId, clause: 'acme/rules/1', schemaVersion: 2, subject: { type: 'Thing', id: applicationId } });
    const { data, errors } = await ask(LIST, { applicationId: toGlobalId('Application', applicationId) });
    expect(errors).toBeUndefined();
    const [{ cursor, node }] = data.events.edges;
    expect(node).toEqual({
      id: expect.any(String),
      cursor,
      type: 'ThingChanged',
      schemaVersion: 2,
      at: '2026-03-31T09:00:00.000Z',
      lender: 'acme-credit',
      plugin: null,
      subject: { type: 'Thing', id: toGlobalId('Thing', applicationId) },
      applicationId: toGlobalId('Application', applicationId),
      cause: { command: 'test', actor: 'SYSTEM:test', clause: 'acme/rules/1' },
      payload: { label: 'whole' },
    });
    const uuid = Buffer.from(node.id, 'base64url').toString().split(':')[1]!;
    expect(await eventNode.load(context(), uuid)).toMatchObject({ id: node.id, cursor });
    expect(await eventNode.load(context({ clientId: uuidv7() }), uuid)).toBeNull();
    expect(labelsOf(await ask(LIST, { subjectId: toGlobalId('Thing', applicationId) }))).toEqual(['whole']);
  });

  it('pages by cursor', async () => {
    for (const label of ['p1', 'p2', 'p3']) await tell(label, { type: 'ThingPaged' });
    const first = await ask(LIST, { first: 2, types: ['ThingPaged'] });
    expect(labelsOf(first)).toEqual(['p1', 'p2']);
    const { endCursor, hasNextPage, hasPreviousPage } = first.data.events.pageInfo;
    expect([hasNextPage, hasPreviousPage]).toEqual([true, false]);
    const second = await ask(LIST, { first: 2, types: ['ThingPaged'], after: endCursor });
    expect(labelsOf(second)).toEqual(['p3']);
    expect(second.data.events.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('hides the events and types of plugins outside the schema', async () => {
    await tell('of acme', { type: 'AcmeMoved', plugin: 'acme' });
    expect(labelsOf(await ask(LIST, { types: ['AcmeMoved'] }))).toEqual([]);
    expect(labelsOf(await ask(LIST, { types: ['AcmeMoved'] }, context({ plugins: ['acme'] })))).toEqual(['of acme']);
    const types = '{ eventTypes { name version owner description example } }';
    expect((await ask(types)).data.eventTypes).toEqual([
      { name: 'ThingChanged', version: 2, owner: 'things', description: 'A thing changed.', example: { label: 'x' } },
    ]);
    expect((await ask(types, {}, context({ plugins: ['acme'] }))).data.eventTypes).toHaveLength(2);
  });

  describe('narrowed', () => {
    const clientId = uuidv7();
    const lender = { id: '' };
    const FILTERED = `($types: [String!], $plugin: String, $clientId: ID, $applicationId: ID, $subjectId: ID, $after: Cursor)`;
    const ARGS = 'types: $types, plugin: $plugin, clientId: $clientId, applicationId: $applicationId, subjectId: $subjectId, after: $after';
    const PAGE = `query ${FILTERED} { events(${ARGS}, first: 100) { edges { node { payload } } } }`;
    const STREAM = parse(`subscription ${FILTERED} { events(${ARGS}) { payload } }`);
    let start: string;

    beforeAll(async () => {
      lender.id = bench.otherLenderId;
      const { data } = await ask(LIST, { first: 100 }, context({ plugins: ['acme'] }));
      start = data.events.edges.at(-1).cursor;
      const other = await bench.writer(bench.otherLenderId);
      await other.tell('s0', ['of another lender'], { type: 'Filtered' });
      await tell('plain', { type: 'Filtered' });
      await tell('of the client', { type: 'Filtered', clientId });
      await tell('of the application', { type: 'Filtered', applicationId });
      await tell('of the plugin', { type: 'Filtered', plugin: 'acme' });
      await tell('of a plugin elsewhere', { type: 'Filtered', plugin: 'other' });
      await tell('sold', { type: 'ThingSold', clientId });
      await tell('end', { type: 'FilteredEnd', clientId, applicationId, plugin: 'acme' });
    });

    it.each<[string, Record<string, unknown>, Parameters<typeof context>[0], string[]]>([
      [
        'by nothing: all but what is another lender’s, of a plugin or of a scope that the reader has not',
        {},
        {},
        ['plain', 'of the client', 'of the application', 'of the plugin', 'end'],
      ],
      ['by type', { types: ['ThingSold', 'FilteredEnd'] }, { scopes: ['things:sell'] }, ['sold', 'end']],
      ['by a type whose scope the reader has not', { types: ['ThingSold', 'FilteredEnd'] }, { scopes: ['things:read'] }, ['end']],
      ['by plugin', { plugin: 'acme' }, {}, ['of the plugin', 'end']],
      ['by client', { clientId: toGlobalId('Client', clientId) }, { scopes: ['things:sell'] }, ['of the client', 'sold', 'end']],
      ['by application', { applicationId: toGlobalId('Application', applicationId) }, {}, ['of the application', 'end']],
      ['by the reader being that client', {}, { clientId }, ['of the client', 'end']],
    ])('%s, a list and a stream tell the same', async (_, variables, rights, expected) => {
      const as = context({ plugins: ['acme'], ...rights });
      expect(labelsOf(await ask(PAGE, { ...variables, after: start }, as))).toEqual(expected);
      const variableValues = { ...variables, after: start };
      const stream = (await subscribe({ schema, document: STREAM, variableValues, contextValue: as })) as AsyncGenerator<ExecutionResult>;
      const told: unknown[] = [];
      while (told.at(-1) !== 'end') {
        const { value } = await stream.next();
        told.push(value.data.events.payload.label);
      }
      expect(told).toEqual(expected);
      await stream.return(undefined);
    });

    it('live events are told apart as those of the log are', async () => {
      const open = async (variableValues: Record<string, unknown>, rights: Parameters<typeof context>[0]) =>
        (await subscribe({ schema, document: STREAM, variableValues, contextValue: context(rights) })) as AsyncGenerator<ExecutionResult>;
      const all = await open({}, { plugins: ['acme'] });
      const narrow = await open({ plugin: 'acme', clientId: toGlobalId('Client', clientId) }, { plugins: ['acme'] });
      const elsewhere = await open({}, { lenderId: lender.id });
      const first = [all, narrow, elsewhere].map((stream) => stream.next());
      await tell('not yet', { plugin: 'acme' });
      await tell('sold again', { type: 'ThingSold', plugin: 'acme', clientId });
      await tell('both', { plugin: 'acme', clientId });
      const other = await bench.writer(lender.id);
      await other.tell('s0', ['there']);
      sequencer.nudge();
      const labels = (await Promise.all(first)).map(({ value }) => value.data.events.payload.label);
      expect(labels).toEqual(['not yet', 'both', 'there']);
      expect((await all.next()).value.data.events.payload.label).toBe('both');
      await Promise.all([all, narrow, elsewhere].map((stream) => stream.return(undefined)));
    });

    it('an event of a type beyond the reader’s scopes is not found by its id either', async () => {
      const { data } = await ask(LIST, { types: ['ThingSold'], first: 1 }, context({ scopes: ['things:sell'] }));
      const id = Buffer.from(data.events.edges[0].node.id, 'base64url').toString().split(':')[1]!;
      expect(await eventNode.load(context({ scopes: ['things:sell'] }), id)).toMatchObject({ type: 'ThingSold' });
      expect(await eventNode.load(context(), id)).toBeNull();
      const types = '{ eventTypes { name scope } }';
      expect((await ask(types, {}, context({ scopes: ['things:sell'] }))).data.eventTypes).toEqual([
        { name: 'ThingChanged', scope: null },
        { name: 'ThingSold', scope: 'things:sell' },
      ]);
    });
  });

  it.each([
    ['a page size of none', { first: 0 }, 'PAGE_SIZE_INVALID'],
    ['a page size beyond the limit', { first: 101 }, 'PAGE_SIZE_INVALID'],
    ['a cursor from elsewhere', { after: 'WyJUaGluZ0Nvbm5lY3Rpb24iLDEsIngiXQ' }, 'CURSOR_INVALID'],
    ['an id of another type', { applicationId: toGlobalId('Thing', applicationId) }, 'BAD_USER_INPUT'],
    ['an id that is none', { subjectId: 'x' }, 'BAD_USER_INPUT'],
  ])('refuses %s with its code', async (_, variables, code) => {
    const { errors } = await ask(LIST, variables);
    expect(errors[0].extensions.code).toBe(code);
  });

  it('streams after a cursor, then live, and says at its end where to go on', async () => {
    await tell('s1', { type: 'ThingStreamed' });
    const { data } = await ask(LIST, { types: ['ThingStreamed'] });
    await tell('s2', { type: 'ThingStreamed' });
    const variableValues = { after: data.events.edges[0].cursor, types: ['ThingStreamed'] };
    const stream = (await subscribe({
      schema,
      document: LIVE,
      variableValues,
      contextValue: context(),
    })) as AsyncGenerator<ExecutionResult>;
    expect((await stream.next()).value.data.events.payload).toEqual({ label: 's2' });
    await tell('s3', { type: 'ThingStreamed' });
    const last = (await stream.next()).value.data.events;
    expect(last.payload).toEqual({ label: 's3' });
    const end = stream.next();
    await new Promise(setImmediate);
    streams.endWhere(() => true, offError.error('ACME_OFF'));
    await expect(end).rejects.toMatchObject({ extensions: { code: 'ACME_OFF', lastCursor: expect.any(String) } });
  });

  it('answers a subscription from a bad cursor or id with an error instead of a stream', async () => {
    const answer = await subscribe({ schema, document: LIVE, variableValues: { after: 'x' }, contextValue: context() });
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'CURSOR_INVALID' } }] });
  });
});
