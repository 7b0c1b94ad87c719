import { createHash } from 'node:crypto';
import { graphOf } from '../test-support/graph-of';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf } from '../test-support/loan-steps';
import { type Publish, publish } from './publish.command';

const ALL = `query ($kind: RuMfoPublicationKind, $on: LocalDate) {
  ruMfoPublications(kind: $kind, on: $on) { kind version effectiveFrom text sha256 url held edition } }`;
const HISTORY = 'query ($kind: RuMfoPublicationKind!) { ruMfoPublicationHistory(kind: $kind) { version held } }';

describe('documents that a lender publishes', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());
  afterEach(() => bench.clock.moveTo('2023-04-28T09:00:00Z'));

  const version = (changes: Partial<Publish> = {}): Publish => ({
    kind: 'GENERAL_TERMS',
    version: '2023-06-01',
    title: 'Общие условия',
    effectiveFrom: '2023-06-01',
    url: 'https://www.ezaem.ru/general-terms',
    text: 'Общие условия договора, редакция от 1 июня 2023 года.',
    ...changes,
  });

  it('ru-mfo/veritas/1.21 · stand open to anybody: the current general terms, and each version from its day on', async () => {
    const ask = graphOf(bench);
    const [before] = (await ask(ALL, { kind: 'GENERAL_TERMS' }, bench.nobody)).ruMfoPublications;
    expect(before).toMatchObject({ version: '2023-03-13', effectiveFrom: '2023-03-13', url: 'https://www.ezaem.ru', held: false });
    const input = version();
    expect(codesOf(await bench.execute(publish, input))).toEqual([]);
    expect((await ask(ALL, { kind: 'GENERAL_TERMS' }, bench.nobody)).ruMfoPublications).toMatchObject([{ version: '2023-03-13' }]);
    const [after] = (await ask(ALL, { kind: 'GENERAL_TERMS', on: '2023-06-01' }, bench.nobody)).ruMfoPublications;
    expect(after).toMatchObject({
      version: '2023-06-01',
      text: input.text,
      sha256: createHash('sha256').update(input.text).digest('hex'),
      held: true,
    });
    expect((await ask(HISTORY, { kind: 'GENERAL_TERMS' }, bench.nobody)).ruMfoPublicationHistory).toEqual([
      { version: '2023-06-01', held: true },
      { version: '2023-03-13', held: false },
    ]);
  });

  it('ru-mfo/veritas/6.2/в · make an edition known by an event, and no version is ever changed', async () => {
    bench.clock.moveTo('2023-03-20T09:00:00Z');
    const rules = version({ kind: 'RULES', version: '2023-03-13', effectiveFrom: '2023-03-13', url: 'https://www.ezaem.ru/rules' });
    const { publicationId } = await bench.execute(publish, rules);
    const events = await bench.sql<{ payload: object }>(
      "select payload from core.event_inbox where type = 'RuMfoDocumentPublished' and subject_id = $1",
      [publicationId],
    );
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { kind: 'RULES', version: '2023-03-13', edition: 'ru-mfo/veritas/2023-03-13' },
    ]);
    expect(codesOf(await bench.execute(publish, rules))).toEqual(['RU_MFO_PUBLICATION_EXISTS']);
    await expect(
      bench.database.app
        .scoped({ lenderId: bench.lender.id, clientId: null })
        .query({ name: 'test', text: "update ru_mfo.publication set text = 'other'" } as never, []),
    ).rejects.toThrow('permission denied');
  });

  it.each([
    ['without a title', { title: ' ' }, 'RU_MFO_FIELD_REQUIRED'],
    ['without a text', { text: '' }, 'RU_MFO_FIELD_REQUIRED'],
    ['with a version that is no name', { version: 'new version!' }, 'RU_MFO_FIELD_REQUIRED'],
    ['on another site', { url: 'https://example.org/terms' }, 'RU_MFO_PUBLICATION_ADDRESS'],
    ['over an unprotected connection', { url: 'http://www.ezaem.ru/terms' }, 'RU_MFO_PUBLICATION_ADDRESS'],
    ['of a past day', { version: '2023-04-01', effectiveFrom: '2023-04-01' }, 'RU_MFO_PUBLICATION_BACKDATED'],
  ])('are refused %s', async (_what, changes, code) => {
    expect(codesOf(await bench.execute(publish, version({ version: '2024-01-01', effectiveFrom: '2024-01-01', ...changes })))).toEqual([
      code,
    ]);
  });
});
