import { parse, validate } from 'graphql';
import type { Caller } from '../../modules/access';
import { MovableClock } from '../../modules/calendar';
import type { GraphContext } from '../../modules/commands';
import { Loaders, uuidv7 } from '../../modules/database';
import { EventStreams, eventErrors, Sequencer } from '../../modules/events';
import type { Lender } from '../../modules/lenders';
import { composeMaximalSchema, derive, scopeErrors } from '../../schema';
import { EventBench, until, type Writer } from '../../test/support/event-bench';
import { fixtureContext } from '../../test/support/fixture-context';
import { fixtureModules, fixturePlugins } from '../../test/support/fixture-graph';
import { done, liveModule, notePulseRead } from '../../test/support/live-graph';
import { Executor, executorErrors, type FormattedResult, makeErrorFormatter } from '../executor';
import { identityErrors } from '../identity';
import { DEFAULT_LIMITS, limitErrors } from '../limits';
import { type LiveOutput, type LiveResult, LiveStream, LiveStreams } from '.';

const maximal = composeMaximalSchema({ modules: [...fixtureModules, liveModule], plugins: fixturePlugins });
const definitions = [executorErrors, limitErrors, scopeErrors, eventErrors, identityErrors].flatMap((set) => set.definitions);

/** An output that keeps what it is given, as long as it has room. */
class Kept implements LiveOutput {
  readonly results: LiveResult[] = [];
  room = Number.POSITIVE_INFINITY;

  get ready(): boolean {
    return this.results.length < this.room;
  }

  write(result: LiveResult): void {
    this.results.push(result);
  }

  begin(): void {}
  flush(): void {}
}

interface Reader {
  readonly stream: LiveStream;
  readonly output: Kept;
  /** Data of the subscription's field, one for each result. */
  told(): Array<Record<string, unknown>>;
  /** The last result, once the stream is over. */
  readonly last: Promise<FormattedResult | null>;
}

interface Asked {
  readonly caller?: Partial<Caller>;
  readonly locale?: GraphContext['locale'];
  readonly document?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
  readonly plugins?: readonly string[];
  readonly lender?: Lender;
}

let bench: EventBench;
let writer: Writer;
let clock: MovableClock;
let streams: EventStreams;
let sequencer: Sequencer;
let live: LiveStreams;
let executor: Executor;
let acme: Lender;
const documents = new Map<string, ReturnType<typeof parse>>();

beforeAll(async () => {
  bench = await EventBench.open();
  writer = await bench.writer();
  acme = { id: bench.lenderId, code: 'acme' } as Lender;
});
afterAll(() => bench.close());
beforeEach(async () => {
  await bench.reset();
  clock = MovableClock.standingAt('2026-03-31T09:00:00Z');
  sequencer = new Sequencer({ database: bench.database.worker });
  streams = new EventStreams({ database: bench.database.worker, clock, expired: () => identityErrors.error('TOKEN_EXPIRED'), poll: 10 });
  await streams.start();
  executor = new Executor({
    limits: DEFAULT_LIMITS,
    introspection: 'OFF',
    formatError: makeErrorFormatter({ definitions, logger: { error: () => {} } as never }),
  });
  live = new LiveStreams(executor);
  done.executions.length = 0;
  done.traces.length = 0;
  done.meanwhile = () => {};
});
afterEach(async () => {
  await sequencer.stop();
  await streams.stop();
});

const PULSES = 'subscription ($after: Cursor, $times: Int) { pulsed(after: $after, times: $times) { cursor label } }';

function contextOf({ caller, locale = 'en', lender = acme, plugins = [] }: Asked): GraphContext {
  const database = bench.database.app.scoped({ lenderId: lender.id, clientId: caller?.clientId ?? null });
  const context = fixtureContext(
    { lenderId: lender.id, ...caller },
    { locale, lender, database, clock, streams, loaders: new Loaders(database), visiblePlugins: new Set(plugins), eventTypes: [] },
  );
  return Object.assign(context, {
    execute: async (command: unknown, { label }: { label: string }) => {
      expect(command).toBe(notePulseRead);
      done.traces.push(`${context.caller.subject} ${label}`);
      return {};
    },
  });
}

async function listen(asked: Asked = {}): Promise<Reader> {
  const schema = derive(maximal, asked.plugins ?? []);
  const text = asked.document ?? PULSES;
  const document = documents.get(text) ?? parse(text);
  documents.set(text, document);
  expect(validate(schema, document)).toEqual([]);
  const prepared = executor.prepare(schema, document, asked.operationName)!;
  const context = contextOf(asked);
  expect(executor.refuse(prepared, asked.variables ?? {}, context)).toBeNull();
  const stream = await live.open(prepared, asked.variables ?? {}, context);
  if (!(stream instanceof LiveStream)) throw new Error(JSON.stringify(stream));
  const output = new Kept();
  stream.writeTo(output);
  const last = (async () => {
    let result: FormattedResult | null = null;
    for await (const one of stream) result = one;
    return result;
  })();
  return {
    stream,
    output,
    last,
    told: () => output.results.map(({ json }) => Object.values(JSON.parse(json.toString()).data)[0] as never),
  };
}

const tell = async (labels: readonly string[], more: Parameters<Writer['tell']>[2] = {}, by = writer) => {
  await by.tell('s0', labels, more);
  sequencer.nudge();
};
const heard = (readers: readonly Reader[], count: number) => until(() => readers.every(({ output }) => output.results.length === count));
const many = (count: number, asked: Asked = {}) => Promise.all(Array.from({ length: count }, () => listen(asked)));

describe('a borrower', () => {
  it('never receives what another borrower is told, though both sent the same document', async () => {
    const [one, other] = [uuidv7(), uuidv7()];
    const ask = (clientId: string): Asked => ({
      caller: { kind: 'CLIENT', subject: clientId, clientId },
      document: 'subscription { pulsed { label clientId seen } }',
    });
    const [first, twin, second] = [await listen(ask(one)), await listen(ask(one)), await listen(ask(other))];
    await tell(['of one'], { clientId: one });
    await tell(['of nobody']);
    await tell(['of other'], { clientId: other });
    await tell(['of one again'], { clientId: one });
    await heard([first, twin], 2);
    await heard([second], 1);
    const ofOne = [
      { label: 'of one', clientId: one, seen: expect.any(Number) },
      { label: 'of one again', clientId: one, seen: 2 },
    ];
    expect([first.told(), twin.told()]).toEqual([ofOne, ofOne]);
    expect(second.told()).toEqual([{ label: 'of other', clientId: other, seen: 1 }]);
    expect(live.distinct).toBe(2);
  });

  it('never receives what an officer is told of the same event', async () => {
    const clientId = uuidv7();
    const document = 'subscription { pulsed { label seen } }';
    const borrower = await listen({ caller: { kind: 'CLIENT', subject: clientId, clientId }, document });
    const officer = await listen({ document });
    await tell(['before'], {});
    await tell(['own'], { clientId });
    await heard([borrower], 1);
    await heard([officer], 2);
    expect(borrower.told()).toEqual([{ label: 'own', seen: 1 }]);
    expect(officer.told().at(-1)).toEqual({ label: 'own', seen: 2 });
  });
});

describe('identical operations', () => {
  it('are executed once for each event, and share the serialised result', async () => {
    const readers = await many(40);
    await tell(['a', 'b']);
    await tell(['c']);
    await heard(readers, 3);
    expect(done.executions).toEqual(['a', 'b', 'c']);
    expect(live.distinct).toBe(1);
    for (const { output } of readers)
      expect(output.results.map(({ json }) => json)).toEqual(readers[0]!.output.results.map(({ json }) => json));
    expect(new Set(readers.map(({ output }) => output.results[0]!.json)).size).toBe(1);
  });

  it('are executed once also when the answer takes reading', async () => {
    const readers = await many(40, { document: 'subscription { pulsed { label seen } }' });
    await tell(['a', 'b']);
    await heard(readers, 2);
    expect(done.executions).toEqual(['a', 'b']);
  });

  it('are the same wherever their readers stand in the log', async () => {
    await tell(['1', '2', '3']);
    await until(async () => (await bench.labels()).length === 3);
    const first = await listen({ variables: { times: 2 } });
    const [cursor] = await listenedTo(['2'], first);
    const late = await listen({ variables: { times: 2, after: cursor } });
    expect(live.distinct).toBe(1);
    await tell(['4']);
    await heard([late], 1);
    expect(late.told().map(({ label }) => label)).toEqual(['44']);
  });

  /** Tells of more, and answers the cursors at which the reader then stood. */
  async function listenedTo(labels: string[], reader: Reader): Promise<unknown[]> {
    await tell(labels);
    await heard([reader], labels.length);
    return reader.told().map(({ cursor }) => cursor);
  }

  it('are forgotten with their last reader', async () => {
    const readers = await many(3);
    await readers[0]!.stream.return();
    expect(live.distinct).toBe(1);
    await Promise.all(readers.map(({ stream }) => stream.return()));
    await until(() => live.size === 0);
    expect([live.distinct, streams.size]).toEqual([0, 0]);
  });

  it('show an error to each reader alike', async () => {
    const readers = await many(2, { document: 'subscription { pulsed { label broken } }' });
    await tell(['a']);
    await heard(readers, 1);
    const [one, other] = readers.map(({ output }) => output.results[0]!.value);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ data: { pulsed: { label: 'a', broken: null } }, errors: [{ extensions: { code: 'INTERNAL_ERROR' } }] });
  });
});

describe('never shared', () => {
  const both = async (one: Asked, other: Asked) => {
    const readers = [...(await many(2, one)), ...(await many(2, other))];
    await tell(['a']);
    await heard(readers, 1);
    expect(live.distinct).toBe(2);
    expect(done.executions).toEqual(['a', 'a']);
    return [readers[0]!.told()[0], readers[2]!.told()[0]];
  };

  it('are readers of other languages', async () => {
    const document = 'subscription { pulsed { greeting } }';
    expect(await both({ document }, { document, locale: 'be' })).toEqual([{ greeting: 'hello' }, { greeting: 'прывітанне' }]);
  });

  it('are readers of other variables', async () => {
    expect(await both({ variables: { times: 1 } }, { variables: { times: 3 } })).toMatchObject([{ label: 'a' }, { label: 'aaa' }]);
  });

  it('are readers of other rights, even where the document needs none of what they differ in', async () => {
    await both({}, { caller: { scopes: new Set(['things:read']) } });
  });

  it('are callers of other kinds', async () => {
    await both({}, { caller: { kind: 'PARTNER' } });
  });

  it('are other operations of the same document', async () => {
    const document = 'subscription A { pulsed { label } } subscription B { pulsed { word: label } }';
    expect(await both({ document, operationName: 'A' }, { document, operationName: 'B' })).toEqual([{ label: 'a' }, { word: 'a' }]);
  });

  it('are readers before and after a toggle: their schema is another one', async () => {
    await both({ plugins: ['acme-swap'] }, { plugins: ['acme-swap', 'acme-rent'] });
  });

  it('are readers before and after their lender was changed', async () => {
    const document = 'subscription { pulsed { lender } }';
    const renamed = { ...acme, code: 'acme-two' } as Lender;
    expect(await both({ document }, { document, lender: renamed })).toEqual([{ lender: 'acme' }, { lender: 'acme-two' }]);
  });

  it('are readers of two lenders', async () => {
    const theirs = await bench.writer(bench.otherLenderId);
    const mine = await many(2);
    const other = await many(2, { lender: { id: bench.otherLenderId, code: 'other' } as Lender });
    await tell(['mine']);
    await tell(['theirs'], {}, theirs);
    await heard([...mine, ...other], 1);
    expect([mine[0]!.told(), other[0]!.told()]).toMatchObject([[{ label: 'mine' }], [{ label: 'theirs' }]]);
  });
});

describe('an answer that depends on who reads', () => {
  const officer = (subject: string): Partial<Caller> => ({ subject });

  it('is computed for each reader', async () => {
    const document = 'subscription { pulsed { label reader } }';
    const readers = await Promise.all(['o1', 'o2', 'o3'].map((subject) => listen({ document, caller: officer(subject) })));
    await tell(['a', 'b']);
    await heard(readers, 2);
    expect(readers.map((reader) => reader.told().map((told) => told.reader))).toEqual([
      ['o1', 'o1'],
      ['o2', 'o2'],
      ['o3', 'o3'],
    ]);
  });

  it('leaves a trace of each reader who read what is personal, once for each event', async () => {
    const document = 'subscription { pulsed { label personal } }';
    const readers = await Promise.all(['o1', 'o2', 'o3'].map((subject) => listen({ document, caller: officer(subject) })));
    await tell(['a', 'b']);
    await heard(readers, 2);
    expect(done.traces.toSorted()).toEqual(['o1 a', 'o1 b', 'o2 a', 'o2 b', 'o3 a', 'o3 b']);
  });

  it('is computed for each also where the others wait for the first', async () => {
    const document = 'subscription ($yes: Boolean!) { pulsed { seen reader @include(if: $yes) personal } }';
    const readers = await Promise.all(
      ['o1', 'o2'].map((subject) => listen({ document, caller: officer(subject), variables: { yes: true } })),
    );
    await tell(['a']);
    await heard(readers, 1);
    expect(readers.map((reader) => reader.told()[0]!.reader)).toEqual(['o1', 'o2']);
    expect(done.traces.toSorted()).toEqual(['o1 a', 'o2 a']);
  });
});

describe('a reader that shares', () => {
  it('is ended by its own token alone, with its own cursor', async () => {
    const [short, long] = [await listen({ caller: { expiresAt: new Date('2026-03-31T10:00:00Z') } }), await listen()];
    await tell(['a']);
    await heard([short, long], 1);
    clock.advance({ hours: 2 });
    expect((await short.last)?.errors?.[0]?.extensions).toMatchObject({ code: 'TOKEN_EXPIRED', lastCursor: short.told()[0]!.cursor });
    await tell(['b']);
    await heard([long], 2);
    expect(short.output.results).toHaveLength(1);
  });

  it('that is slow waits or ends by itself, and is missed nothing; the fast ones are not held up', async () => {
    const fast = await many(50);
    const slow = await listen();
    slow.output.room = 1;
    await tell(['0']);
    await heard([...fast, slow], 1);
    for (let n = 1; n <= 22; n++) await tell(Array.from({ length: 50 }, (_, index) => `${n}/${index}`));
    await heard(fast, 1 + 22 * 50);
    expect(slow.output.results).toHaveLength(1);
    // More than a thousand events came one after another while nothing of them was taken.
    const { extensions } = (await slow.last)?.errors?.[0] ?? {};
    expect(extensions).toEqual({ code: 'SLOW_CONSUMER', lastCursor: slow.told()[0]!.cursor });
    const again = await listen({ variables: { after: extensions?.lastCursor } });
    await heard([again], 22 * 50);
    expect(again.told().map(({ label }) => label)).toEqual(
      fast[0]!
        .told()
        .slice(1)
        .map(({ label }) => label),
    );
  });

  it('goes on where it stopped once it has room again, in order', async () => {
    const [fast, slow] = [await listen(), await listen()];
    slow.output.room = 2;
    await tell(['a', 'b', 'c', 'd']);
    await heard([fast], 4);
    expect(slow.output.results).toHaveLength(2);
    slow.output.room = 9;
    slow.stream.resume();
    await heard([slow], 4);
    expect(slow.told()).toEqual(fast.told());
  });

  it('is told of the event that was being read when its stream was ended, and then of the end', async () => {
    const readers = await many(2, { document: 'subscription { pulsed { cursor label seen } }' });
    done.meanwhile = () => queueMicrotask(() => streams.endWhere(() => true, eventErrors.error('SHUTTING_DOWN')));
    await tell(['a']);
    for (const reader of readers) {
      const end = await reader.last;
      expect(reader.told()).toMatchObject([{ label: 'a' }]);
      expect(end?.errors?.[0]?.extensions).toMatchObject({ code: 'SHUTTING_DOWN', lastCursor: reader.told()[0]!.cursor });
    }
  });

  it('leaves without a word to the others, also while its event is being read', async () => {
    const readers = await many(3, { document: 'subscription { pulsed { label seen } }' });
    done.meanwhile = () => void readers[0]!.stream.return();
    await tell(['a']);
    await heard(readers.slice(1), 1);
    expect(readers[0]!.output.results).toHaveLength(0);
    expect(done.executions).toEqual(['a']);
  });
});
