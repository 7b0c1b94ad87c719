import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { type LenderRules, silent } from '../../../../modules/rules';
import { cite } from '../../cite';
import { governingEdition } from '../../editions';
import { editionHashOf, rulesOn } from '../../test-support/rule-book';
import { refusalGrounds } from '..';
import { editions as veritas } from './editions';

interface RegisteredPeriod {
  readonly id: string;
  readonly params: { readonly approved_on: string; readonly effective_from: string; readonly effective_to: string | null };
}
interface RegisteredGap {
  readonly id: string;
  readonly params: { readonly gap_from: string; readonly gap_to: string };
}

// The register is the other source: periods come from it, never from the code under test.
const { clauses: register } = parse(readFileSync(join(__dirname, 'clauses.yaml'), 'utf8'), { schema: 'failsafe' }) as {
  clauses: (RegisteredPeriod | RegisteredGap)[];
};
const day = (iso: string) => Temporal.PlainDate.from(iso);
const isNull = (text: string | null) => text === null || text === 'null';
const editionOf = (iso: string, claimed: string | null = null) => governingEdition(veritas, day(iso), claimed);

const periods = register.filter(
  (clause): clause is RegisteredPeriod =>
    clause.params !== undefined && 'effective_from' in clause.params && 'approved_on' in clause.params,
);
const gaps = register.filter((clause): clause is RegisteredGap => clause.params !== undefined && 'gap_from' in clause.params);

describe('the editions of a lender', () => {
  it('are those of its register, thirteen periods and three gaps', () => {
    expect(periods).toHaveLength(13);
    expect(gaps).toHaveLength(3);
    expect(veritas.timeline).toHaveLength(16);
  });

  for (const { id, params } of periods) {
    const { effective_from: from, effective_to: to } = params;
    it(`${id} · governs contracts from its first day to its last, not the day before and not the day after`, () => {
      const edition = `ru-mfo/veritas/${from}`;
      expect(editionOf(from)).toMatchObject({
        id: edition,
        basis: 'TABLE_PERIOD',
        inForceFrom: from,
        inForceTo: isNull(to) ? null : to,
        findings: [],
      });
      expect(editionOf(day(from).subtract({ days: 1 }).toString()).id).not.toBe(edition);
      if (isNull(to)) {
        expect(editionOf('2099-12-31').id).toBe(edition);
        return;
      }
      expect(editionOf(to!).id).toBe(edition);
      expect(editionOf(day(to!).add({ days: 1 }).toString()).id).not.toBe(edition);
      expect(rulesOn(from).finding).toMatchObject({ code: 'RU_MFO_EDITION_TEXT_NOT_HELD', clauses: [id], edition });
    });
  }

  for (const { id, params } of gaps) {
    it(`${id} · a contract concluded in the gap has no edition unless an officer chose one of the two beside it`, () => {
      const before = editionOf(day(params.gap_from).subtract({ days: 1 }).toString()).id!;
      const after = editionOf(day(params.gap_to).add({ days: 1 }).toString()).id!;
      for (const iso of [params.gap_from, params.gap_to]) {
        const facts = { on: iso, before, after };
        expect(editionOf(iso)).toMatchObject({ id: null, basis: null, findings: [{ code: 'RU_MFO_EDITION_GAP', clauses: [id], facts }] });
        expect(rulesOn(iso).finding).toMatchObject({ code: 'RU_MFO_EDITION_GAP', severity: 'BLOCKING', clauses: [id], facts });
        expect(editionOf(iso, before)).toMatchObject({ id: before, basis: 'OFFICER', findings: [] });
        expect(editionOf(iso, after)).toMatchObject({ id: after, basis: 'OFFICER', findings: [] });
        expect(editionOf(iso, 'ru-mfo/veritas/2023-03-13').findings).toHaveLength(1);
      }
    });
  }

  it('ru-mfo/veritas/editions/approval-vs-period · the table of periods decides between approval and start, and the answer says so', () => {
    expect(editionOf('2020-04-16')).toMatchObject({ id: 'ru-mfo/veritas/2020-02-13', basis: 'TABLE_PERIOD' });
    // By clause 6.1 alone the edition approved on 2020-04-15 would govern.
    expect(editionOf('2020-04-16', 'ru-mfo/veritas/2020-04-17').findings[0]).toMatchObject({
      code: 'RU_MFO_EDITION_MISMATCH',
      facts: { governing: 'ru-mfo/veritas/2020-02-13', claimed: 'ru-mfo/veritas/2020-04-17' },
    });
    expect(editionOf('2020-04-16', 'ru-mfo/veritas/2020-02-13').findings).toEqual([]);
  });

  it('ru-mfo/veritas/preamble/1 · the edition in force on 2023-04-01 is that of order 13/03/2023', () => {
    expect(editionOf('2023-04-01')).toMatchObject({ id: 'ru-mfo/veritas/2023-03-13', held: true });
    const held = veritas.timeline.at(-1)!;
    expect(held.kind === 'EDITION' && held.options.title).toContain('13/03/2023');
  });

  it('ru-mfo/veritas/6.1 · the last edition is in force from the day of its approval; before the first one there is none', () => {
    expect(editionOf('2023-03-13')).toMatchObject({ id: 'ru-mfo/veritas/2023-03-13', inForceFrom: '2023-03-13' });
    expect(editionOf('2017-11-30').findings[0]).toMatchObject({
      code: 'RU_MFO_EDITION_NOT_FOUND',
      facts: { first: 'ru-mfo/veritas/2017-12-01' },
    });
  });

  it('ru-mfo/veritas/6.2/а · a change is a new edition: one that is loaded cannot be altered', () => {
    expect(editionOf('2023-04-01').held).toBe(true);
    expect(Object.isFrozen(veritas)).toBe(true);
    for (const entry of veritas.timeline) expect(Object.isFrozen(entry)).toBe(true);
    // One that somebody altered all the same has another hash than the receipts of its time.
    const held = veritas.timeline.at(-1) as Extract<LenderRules['timeline'][number], { kind: 'EDITION' }>;
    const altered = { ...held, entries: { ...held.entries, 'age.max': [64, cite('ru-mfo/veritas/2.3/а')] } } as typeof held;
    const hash = (entry: typeof held) => editionHashOf({ ...veritas, timeline: [...veritas.timeline.slice(0, -1), entry] });
    expect(hash({ ...held })).toBe(rulesOn('2023-04-01').edition!.sha256);
    expect(hash(altered)).not.toBe(hash(held));
  });

  it('ru-mfo/veritas/6.2/б · the day of conclusion chooses, not the day of the application', () => {
    // Applied on 2023-03-10, concluded on 2023-03-13.
    expect(editionOf('2023-03-13', 'ru-mfo/veritas/2023-03-13').findings).toEqual([]);
    expect(editionOf('2023-03-13', 'ru-mfo/veritas/2023-01-16').findings[0]?.code).toBe('RU_MFO_EDITION_MISMATCH');
  });

  it('ru-mfo/veritas/6.3 · a contract of 2023-03-12 stays under the edition of 2023-01-16, whatever came later', () => {
    expect(editionOf('2023-03-12', 'ru-mfo/veritas/2023-01-16').findings).toEqual([]);
    expect(editionOf('2023-03-12', 'ru-mfo/veritas/2023-03-13').findings[0]).toMatchObject({
      facts: { governing: 'ru-mfo/veritas/2023-01-16' },
    });
  });

  it('give each lender’s officers its own grounds of refusal, none where its rules are not held', () => {
    const own = veritas.timeline.at(-1) as Extract<LenderRules['timeline'][number], { kind: 'EDITION' }>;
    const grounds = Object.entries(own.entries).filter(([name, entry]) => name.startsWith('ground.') && entry !== silent);
    expect(refusalGrounds('veritas').map(({ clause }) => clause)).toEqual(
      grounds.map(([, entry]) => (entry as readonly [boolean, { clause: string }])[1].clause),
    );
    expect(refusalGrounds('unknown')).toEqual([]);
  });
});
