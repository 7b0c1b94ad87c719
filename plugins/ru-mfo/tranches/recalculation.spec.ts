import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { kopecks, simpleInterest } from '../finance';
import { type PlannedRow, recalculate, type TrancheOnSchedule } from './recalculation';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const sum = (rows: readonly { principal: Decimal }[]) => rows.reduce((all, { principal }) => all.plus(principal), new Decimal(0));
const row = (dueOn: string, principal: string, interest: string): PlannedRow => ({
  dueOn: day(dueOn),
  principal: new Decimal(principal),
  interest: new Decimal(interest),
});

/** 10 000 owed on 2023-05-12, payments of 2023-05-20 and 2023-06-03, 0.8 % a day. */
const standing: TrancheOnSchedule = {
  on: day('2023-05-12'),
  amount: new Decimal('8000'),
  principalOwed: new Decimal('10000'),
  interestOwed: new Decimal('480'),
  funded: new Decimal('3000'),
  dailyRatePercent: new Decimal('0.8'),
  dueToday: null,
  rows: [row('2023-05-20', '3880', '1120'), row('2023-06-03', '6120', '685.44')],
};

describe('the schedule after a tranche', () => {
  it('asks the next payment on all that is owed when it was not fully funded', () => {
    const { case: which, unchanged, rows } = recalculate(standing);
    expect(which).toBe('NEXT_RECALCULATED');
    expect(unchanged).toBeNull();
    // 480 counted before, and 18 000 at 0.8 % for the eight days to 20 May.
    expect(rows[0]!.interest.toFixed(2)).toBe('1632.00');
    expect(sum(rows).toFixed(2)).toBe('18000.00');
    expect(rows.map(({ dueOn }) => dueOn.toString())).toEqual(['2023-05-20', '2023-06-03']);
    // Two equal payments: 18 000 + 1 632 and the rest of it at 0.8 % for fourteen days.
    expect(rows[0]!.total.minus(rows[1]!.total).abs().lte('0.01')).toBe(true);
    expect(rows[0]!.total.toFixed(2)).toBe('10336.55');
  });

  it('leaves a fully funded next payment, and asks the interest on the tranche with the payment after it', () => {
    const funded = { ...standing, principalOwed: new Decimal('6120'), interestOwed: new Decimal(0), funded: new Decimal('5000') };
    const { case: which, unchanged, rows } = recalculate(funded);
    expect(which).toBe('NEXT_UNCHANGED');
    expect(unchanged).toEqual(standing.rows[0]);
    expect(rows).toHaveLength(1);
    // 14 120 at 0.8 % for the 22 days from 12 May to 3 June, the eight days before 20 May among them.
    expect(rows[0]).toMatchObject({ dueOn: day('2023-06-03') });
    expect([rows[0]!.principal.toFixed(2), rows[0]!.interest.toFixed(2)]).toEqual(['14120.00', '2485.12']);
  });

  it('is funded at exactly the next payment, not a kopeck below', () => {
    expect(recalculate({ ...standing, funded: new Decimal('5000.00') }).case).toBe('NEXT_UNCHANGED');
    expect(recalculate({ ...standing, funded: new Decimal('4999.99') }).case).toBe('NEXT_RECALCULATED');
  });

  it('asks for everything with the last payment when the funded one is the last', () => {
    const { case: which, rows } = recalculate({ ...standing, rows: [standing.rows[0]!], funded: new Decimal('5000') });
    expect([which, rows.map(({ dueOn }) => dueOn.toString())]).toEqual(['NEXT_UNCHANGED', ['2023-05-20']]);
  });

  it('falls due in the current period by the days set before when nothing was owed', () => {
    const idle = { ...standing, principalOwed: new Decimal(0), interestOwed: new Decimal(0), funded: new Decimal(0) };
    const { case: which, rows } = recalculate({ ...idle, rows: [row('2023-05-20', '0', '0'), row('2023-06-03', '0', '0')] });
    expect(which).toBe('CURRENT_PERIOD');
    expect(rows[0]!.dueOn.toString()).toBe('2023-05-20');
    expect(rows[0]!.interest.toFixed(2)).toBe('512.00');
    expect(rows[0]!.principal.gt(0)).toBe(true);
    expect(sum(rows).toFixed(2)).toBe('8000.00');
  });

  it('leaves the payment of the very day as it is', () => {
    const today = { ...standing, dueToday: row('2023-05-12', '2000', '480'), principalOwed: new Decimal('12000') };
    const { rows } = recalculate(today);
    expect(rows.map(({ number, dueOn, principal }) => [number, dueOn.toString(), principal.toFixed(2)])[0]).toEqual([
      1,
      '2023-05-12',
      '2000.00',
    ]);
    expect(rows[0]!.interest.toFixed(2)).toBe('480.00');
    expect(rows[1]!.interest.toFixed(2)).toBe('1152.00');
    expect(sum(rows).toFixed(2)).toBe('20000.00');
  });

  it('needs a payment to come', () => {
    expect(() => recalculate({ ...standing, rows: [] })).toThrow(RangeError);
  });

  const cents = (max: number) => fc.integer({ min: 0, max }).map((value) => new Decimal(value).div(100));
  const tranches = fc
    .record({
      amount: fc.integer({ min: 100_000, max: 3_000_000 }).map((value) => new Decimal(value).div(100)),
      principalOwed: cents(50_000_000),
      interestOwed: cents(1_000_000),
      funded: cents(6_000_000),
      rate: fc.integer({ min: 0, max: 100 }).map((value) => new Decimal(value).div(100)),
      gaps: fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 8 }),
    })
    .map(({ gaps, rate, ...sums }): TrancheOnSchedule => {
      let dueOn = standing.on;
      const share = kopecks(sums.principalOwed.div(gaps.length));
      const rows = gaps.map((days) => {
        dueOn = dueOn.add({ days });
        return { dueOn, principal: share, interest: new Decimal(0) };
      });
      return { ...sums, on: standing.on, dailyRatePercent: rate, dueToday: null, rows };
    });

  it('plans all that is owed, nothing below zero, on the days of the schedule and none later', () => {
    fc.assert(
      fc.property(tranches, (tranche) => {
        const { case: which, unchanged, rows } = recalculate(tranche);
        expect(sum(rows).toFixed(2)).toBe(tranche.principalOwed.plus(tranche.amount).toFixed(2));
        for (const { principal, interest, total } of rows) {
          expect(principal.isNegative() || interest.isNegative()).toBe(false);
          expect(total.eq(principal.plus(interest))).toBe(true);
          expect(Math.max(principal.decimalPlaces(), interest.decimalPlaces())).toBeLessThanOrEqual(2);
        }
        const days = tranche.rows.map(({ dueOn }) => dueOn.toString());
        expect(days).toEqual(expect.arrayContaining(rows.map(({ dueOn }) => dueOn.toString())));
        expect(rows.at(-1)!.dueOn.toString()).toBe(days.at(-1));
        expect(unchanged === null).toBe(which !== 'NEXT_UNCHANGED');
      }),
    );
  });

  it('asks with the first payment the interest counted before and that of all that is owed since', () => {
    fc.assert(
      fc.property(tranches, (tranche) => {
        const [first] = recalculate(tranche).rows;
        const owed = tranche.principalOwed.plus(tranche.amount);
        const since = simpleInterest(owed, tranche.dailyRatePercent, tranche.on, first!.dueOn);
        expect(first!.interest.toFixed(2)).toBe(tranche.interestOwed.plus(since).toFixed(2));
      }),
    );
  });

  it('asks for more when more is drawn', () => {
    fc.assert(
      fc.property(tranches, (tranche) => {
        const total = (amount: Decimal) =>
          recalculate({ ...tranche, amount }).rows.reduce((all, row) => all.plus(row.total), new Decimal(0));
        expect(total(tranche.amount.plus(1)).gt(total(tranche.amount))).toBe(true);
      }),
    );
  });
});
