import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { acme, acmeExtensions } from '../../../test/support/acme-rules';
import { resolveRules, runValidators } from '../../rules';
import { buildReceipt, type KeyedDigest, type Receipt, type ReceiptInput, verifyReceipt } from '.';

const digest: KeyedDigest = (value, purpose) => createHmac('sha256', 'test key').update(`${purpose}\n${value}`).digest();
const otherKey: KeyedDigest = (value, purpose) => createHmac('sha256', 'another key').update(`${purpose}\n${value}`).digest();
// biome-ignore lint/suspicious/noExplicitAny: the tests break the receipt’s form on purpose.
type Loose = any;

const learnt = Temporal.Instant.from('2026-05-01T08:00:00Z');

const rules = resolveRules(acmeExtensions, 'acme-law', 'acme', '2026-05-01');

const factsWith = (changed: Parameters<typeof acme.factSet>[0] = {}) =>
  acme.factSet({
    birthDate: [Temporal.PlainDate.from('1990-05-05'), 'PASSPORT', learnt],
    concludedOn: [Temporal.PlainDate.from('2026-05-01'), 'CLOCK'],
    charges: [new Decimal('1200.00'), 'TERMS'],
    sum: [new Decimal('1000'), 'APPLICATION', learnt],
    agreed: [true, 'QUESTIONNAIRE'],
    ...changed,
  });

function input(changed: Partial<ReceiptInput> = {}): ReceiptInput {
  const facts = changed.facts ?? factsWith();
  return {
    decision: '0193a3a0-0000-7000-8000-000000000001',
    decidedAt: Temporal.Instant.from('2026-05-01T09:00:00Z'),
    lender: 'acme',
    outcome: 'REFUSED',
    stage: 'DECIDE',
    dates: { concludedOn: Temporal.PlainDate.from('2026-05-01') },
    zone: 'Europe/Paris',
    rules,
    facts,
    verdicts: runValidators(rules.validatorsAt('DECIDE'), facts, rules),
    sealed: [{ from: 'BUREAU', answer: { score: 640, loans: ['A', 'B'] } }],
    grounds: [{ code: 'POLICY', clause: null }],
    terms: { amount: '1000.00' },
    engine: { core: '1.0.0', plugins: { 'acme-law': '1.0.0' }, calendar: 'sha256:0' },
    ...changed,
  };
}

const receipt = buildReceipt(input(), digest);
const stored = (): Receipt => JSON.parse(JSON.stringify(receipt));
const hashOf = (changed: Partial<ReceiptInput>) => buildReceipt(input(changed), digest).hash.value;

/** The same JSON with every object's keys in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reordered(member)]),
  );
}

describe('a receipt', () => {
  it('verifies as it was stored, with and without the evidence', () => {
    expect(verifyReceipt(stored())).toEqual({ valid: true });
    expect(verifyReceipt(stored(), { digest, facts: factsWith(), sealed: input().sealed })).toEqual({ valid: true });
  });

  it('explains: edition, statutes, candidates of parameters, verdicts with clause', () => {
    expect(receipt.rules).toMatchObject({ edition: { id: 'acme-law/acme/2023-03-13' }, statutes: [{ id: 'acme/lending-act/2026-04-01' }] });
    expect(receipt.verdicts.find(({ verdict }) => verdict === 'FAIL')).toMatchObject({
      code: 'ACME_CHARGES_ABOVE_CAP',
      clauses: ['acme/lending-act/5/24@2026-04-01'],
    });
    expect(receipt.params.find(({ param }) => param === 'charges.cap')).toMatchObject({ value: '100', bound: ['statute'] });
  });

  it('holds no value of a fact', () => {
    const text = JSON.stringify({ ...receipt, verdicts: [], dates: {} });
    expect(text).not.toContain('1990-05-05');
    expect(text).not.toContain('640');
    expect(receipt.facts.birthDate).toMatchObject({ source: 'PASSPORT', at: '2026-05-01T08:00:00Z' });
  });

  it('has the hash that RFC 8785 and SHA-256 give for its content', () => {
    const { hash, decision: _id, decidedAt: _at, ...content } = stored();
    const facts = Object.fromEntries(Object.entries(content.facts).map(([name, { at: _, ...fact }]) => [name, fact]));
    const { createHash } = jest.requireActual<typeof import('node:crypto')>('node:crypto');
    expect(hash.value).toBe(
      createHash('sha256')
        .update(canonicalize({ ...content, facts })!)
        .digest('hex'),
    );
  });

  it('has the same hash whatever the order of keys', () => {
    expect(verifyReceipt(reordered(stored()) as Receipt)).toEqual({ valid: true });
    const facts = factsWith();
    const values = Object.fromEntries(Object.entries(facts.values).reverse());
    expect(hashOf({ facts: { ...facts, values } })).toBe(receipt.hash.value);
  });

  it('has the same hash for 2.0 and 2.00, and another for 2.01', () => {
    const sum = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(sum, ([cents, zeros]) => {
        const exact = new Decimal(cents).div(100);
        const written = (text: string) => hashOf({ facts: factsWith({ sum: [new Decimal(text), 'APPLICATION', learnt] }), verdicts: [] });
        expect(written(`${exact.toFixed(2)}${'0'.repeat(zeros)}`)).toBe(written(exact.toFixed()));
        expect(written(exact.plus('0.01').toFixed())).not.toBe(written(exact.toFixed()));
      }),
      { numRuns: 50 },
    );
  });

  it('has the same hash in any zone and locale of the machine', () => {
    const { TZ, LC_ALL } = process.env;
    try {
      for (const [zone, locale] of [
        ['Pacific/Apia', 'tr_TR.UTF-8'],
        ['America/St_Johns', 'be_BY.UTF-8'],
        ['UTC', 'C'],
      ]) {
        Object.assign(process.env, { TZ: zone, LC_ALL: locale });
        expect(hashOf({})).toBe(receipt.hash.value);
      }
    } finally {
      Object.assign(process.env, { TZ: TZ ?? '', LC_ALL: LC_ALL ?? '' });
      if (TZ === undefined) delete process.env.TZ;
      if (LC_ALL === undefined) delete process.env.LC_ALL;
    }
  });

  it('keeps ids and moments outside the hash', () => {
    const later = Temporal.Instant.from('2030-01-01T00:00:00Z');
    expect(
      hashOf({
        decision: '0193a3a0-0000-7000-8000-000000000002',
        decidedAt: later,
        facts: factsWith({ sum: [new Decimal('1000'), 'APPLICATION', later] }),
      }),
    ).toBe(receipt.hash.value);
  });

  it.each<[string, Partial<ReceiptInput>]>([
    ['lender', { lender: 'bolt' }],
    ['outcome', { outcome: 'APPROVED' }],
    ['stage', { stage: 'TRANSFER' }],
    ['zone', { zone: 'Europe/Berlin' }],
    ['a fact', { facts: factsWith({ agreed: [false, 'QUESTIONNAIRE'] }), verdicts: input().verdicts }],
    ['a fact’s source', { facts: factsWith({ agreed: [true, 'OFFICER'] }), verdicts: input().verdicts }],
    ['a sealed answer', { sealed: [{ from: 'BUREAU', answer: { score: 641, loans: ['A', 'B'] } }] }],
    ['the rules', { rules: resolveRules(acmeExtensions, 'acme-law', 'acme', '2024-01-01') }],
    ['the order of verdicts', { verdicts: [...input().verdicts].reverse() }],
    ['the terms', { terms: { amount: '1000.01' } }],
    ['the engine', { engine: { core: '1.0.1', plugins: {}, calendar: 'sha256:0' } }],
  ])('has another hash for another %s', (_, changed) => {
    expect(hashOf(changed)).not.toBe(receipt.hash.value);
  });
});

describe('verification', () => {
  const tampered = (change: (copy: Loose) => void) => {
    const copy = stored();
    change(copy);
    return verifyReceipt(copy);
  };

  it.each<[string, (copy: Loose) => void]>([
    [
      'outcome',
      (copy) => {
        copy.outcome = 'APPROVED';
      },
    ],
    [
      'dates',
      (copy) => {
        copy.dates.concludedOn = '2026-03-31';
      },
    ],
    [
      'rules',
      (copy) => {
        copy.rules.edition.sha256 = copy.rules.edition.sha256.replace(/^./, 'x');
      },
    ],
    [
      'facts.sum',
      (copy) => {
        copy.facts.sum.source = 'OFFICER';
      },
    ],
    [
      'facts.sum.at',
      (copy) => {
        copy.facts.sum.at = '2026-05-01T08:00:01Z';
      },
    ],
    [
      'params.charges.cap',
      (copy) => {
        copy.params.find((one: Loose) => one.param === 'charges.cap').value = '130';
      },
    ],
    [
      'verdicts.acme-law.age',
      (copy) => {
        copy.verdicts.find((one: Loose) => one.validator === 'acme-law.age').verdict = 'FAIL';
      },
    ],
    [
      'sealed',
      (copy) => {
        copy.sealed[0].from = 'OTHER';
      },
    ],
    [
      'decision',
      (copy) => {
        copy.decision = copy.decision.replace('1', '2');
      },
    ],
    [
      'decidedAt',
      (copy) => {
        copy.decidedAt = '2026-05-01T09:00:01Z';
      },
    ],
    [
      'engine',
      (copy) => {
        copy.engine.core = '9';
      },
    ],
    [
      'hash.value',
      (copy) => {
        copy.hash.value = '0'.repeat(64);
      },
    ],
    [
      'hash.alg',
      (copy) => {
        copy.hash.alg = 'md5';
      },
    ],
    [
      'hash.parts.outcome',
      (copy) => {
        copy.hash.parts.outcome = '0';
      },
    ],
    [
      'added',
      (copy) => {
        copy.added = 1;
      },
    ],
  ])('names %s when it was changed', (field, change) => {
    expect(tampered(change)).toEqual({ valid: false, fields: [field] });
  });

  it('names a removed fact, and a verdict that was slipped in', () => {
    expect(
      tampered((copy) => {
        delete copy.facts.agreed;
      }),
    ).toEqual({ valid: false, fields: ['facts.agreed'] });
    expect(
      tampered((copy) => {
        copy.verdicts.push({ validator: 'x', verdict: 'PASS', clauses: [], facts: {} });
      }),
    ).toEqual({ valid: false, fields: ['verdicts', 'verdicts.x'] });
  });

  it('names the fact whose kept value is not the one decided upon', () => {
    const facts = factsWith({ sum: [new Decimal('999'), 'APPLICATION'] });
    expect(verifyReceipt(stored(), { digest, facts })).toEqual({ valid: false, fields: ['facts.sum'] });
    expect(verifyReceipt(stored(), { digest: otherKey, facts: factsWith() })).toMatchObject({ valid: false });
    expect(verifyReceipt(stored(), { digest, sealed: [{ from: 'BUREAU', answer: { score: 1 } }] })).toEqual({
      valid: false,
      fields: ['sealed.0'],
    });
  });

  it('finds the flip of any byte', () => {
    const text = JSON.stringify(receipt);
    const bytes = Buffer.from(text);
    const one = fc.tuple(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(one, ([at, mask]) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = flipped[at]! ^ mask;
        let copy: Receipt;
        try {
          copy = JSON.parse(flipped.toString());
        } catch {
          return;
        }
        // A flip inside an escape may give the same text; nothing was changed then.
        if (JSON.stringify(copy) === text) return;
        const check = verifyReceipt(copy);
        expect(check.valid ? [] : check.fields).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(verifyReceipt(value as never).valid).toBe(false);
      }),
    );
  });
});
