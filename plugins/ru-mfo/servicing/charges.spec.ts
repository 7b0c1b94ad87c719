import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { coreModules } from '../../../modules';
import { emptyState, type LedgerState, type LedgerWorld, type Run, runDays } from '../../../modules/contracts';
import { resolveRules } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { collectExtensions } from '../../kit';
import { ruMfo } from '..';
import { loanTerms, tariffOn } from '../finance';
import { lenderData } from '../lenders';
import { ruMfoAccrual, ruMfoRepayment } from '.';
import { type ChargeRules, chargesOf } from './charges';
import { allocationBy } from './repayment';

const extensions = collectExtensions([ruMfo], coreModules);
const plus = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

interface Loan {
  readonly lender?: string;
  readonly amount: string;
  readonly termDays: number;
  readonly on?: string;
  /** Per cent a day; the tariff's own unless said. */
  readonly rate?: string;
  readonly services?: string;
  readonly payments?: readonly (readonly [day: number, amount: string])[];
}

/** A loan by the rules of its lender and of the law of its day. */
function worldOf({ lender = 'sotovy', amount, termDays, on = '2024-03-01', rate, services = '0', payments = [] }: Loan): LedgerWorld {
  const data = lenderData(lender)!;
  const tariff = tariffOn(data.tariffs, Temporal.PlainDate.from(on))!;
  const terms = loanTerms(
    { amount, termDays, startOn: Temporal.PlainDate.from(on) },
    rate ? { ...tariff, dailyRatePercent: rate } : tariff,
  );
  const contract = { id: 'c', applicationId: 'a', clientId: 'p', pluginId: 'ru-mfo', concludedOn: on, editionId: null };
  const scope = { extensions, lender: data };
  const facts = { services: new Decimal(services), isLine: false };
  return {
    concludedOn: on,
    versions: [{ from: on, terms }],
    accrue: ruMfoAccrual.ruleFor(contract, scope, facts),
    repay: ruMfoRepayment.ruleFor(contract, scope, facts),
    entries: [{ cause: 'TRANSFER', reference: 't', on, lines: { PRINCIPAL: new Decimal(amount) } }],
    payments: payments.map(([day, sum], i) => ({ reference: `p${i}`, on: plus(on, day), amount: new Decimal(sum) })),
  };
}

function live(loan: Loan, days: number): Run {
  const on = loan.on ?? '2024-03-01';
  return runDays(emptyState(plus(on, -1)), plus(on, days), worldOf(loan));
}

const shown = ({ principal, interest, penalty }: LedgerState) => [principal, interest, penalty].map((sum) => sum.toFixed(2));
const chargesOn = ({ caused }: Run, day: string, component: 'INTEREST' | 'PENALTY') =>
  caused.find(({ cause, on, lines }) => cause === 'ACCRUAL' && on === day && lines[component]);

describe('charges of a loan', () => {
  it('counts simple interest from the day after the issue to the day of repayment', () => {
    expect(shown(live({ amount: '15000.00', termDays: 30 }, 0).state)).toEqual(['15000.00', '0.00', '0.00']);
    expect(shown(live({ amount: '15000.00', termDays: 30 }, 1).state)).toEqual(['15000.00', '120.00', '0.00']);
    expect(shown(live({ amount: '15000.00', termDays: 30 }, 30).state)).toEqual(['15000.00', '3600.00', '0.00']);
  });

  it('comes to the interest of the schedule on every date of payment that is kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_000_00, max: 90_000_00 }), fc.integer({ min: 31, max: 180 }), (kopecks, termDays) => {
        const loan = { amount: (kopecks / 100).toFixed(2), termDays, on: '2024-03-01' };
        const { schedule } = worldOf(loan).versions[0]!.terms;
        const dayOf = (on: string) => Temporal.PlainDate.from(loan.on).until(Temporal.PlainDate.from(on)).days;
        const payments = schedule.map(
          ({ dueOn, principal, interest }) => [dayOf(dueOn), new Decimal(principal).plus(interest).toFixed(2)] as const,
        );
        const { state, caused } = live({ ...loan, payments }, termDays);
        expect(shown(state)).toEqual(['0.00', '0.00', '0.00']);
        expect(state.surplus.toFixed(2)).toBe('0.00');
        const paid = caused.filter(({ cause }) => cause === 'PAYMENT');
        expect(paid.map(({ lines }) => [lines.PRINCIPAL?.neg().toFixed(2), lines.INTEREST?.neg().toFixed(2)])).toEqual(
          schedule.map(({ principal, interest }) => [principal, interest]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('ru-mfo/sotovy/4.3/1/предел · at 130 % of the sum provided accrual stops, to the kopeck', () => {
    // 80 a day: 12 960 of interest and penalty leave room for half a day.
    const before = live({ amount: '10000.00', termDays: 30, rate: '0.8' }, 30).state;
    expect(shown(before)).toEqual(['10000.00', '2400.00', '0.00']);
    const long = live({ amount: '10000.00', termDays: 30, rate: '0.8' }, 400);
    const { interest, penalty } = long.state;
    expect(interest.plus(penalty).toFixed(2)).toBe('13000.00');
    const rules: ChargeRules = {
      cap: { percent: new Decimal(130), clause: 'cap' },
      capUpToDays: 365,
      penaltyYearlyPercent: new Decimal(0),
      penaltyDailyPercent: new Decimal(0),
      penaltyClause: null,
      special: null,
      services: new Decimal(0),
    };
    const day = {
      on: '2024-09-01',
      concludedOn: '2024-03-01',
      terms: worldOf({ amount: '10000.00', termDays: 30 }).versions[0]!.terms,
      firstTerms: worldOf({ amount: '10000.00', termDays: 30 }).versions[0]!.terms,
      debt: {
        principal: new Decimal(10000),
        principalDue: new Decimal(10000),
        interest: new Decimal(12960),
        interestDue: new Decimal(12960),
        penalty: new Decimal(0),
        cost: new Decimal(0),
      },
      overdueSince: null,
      stretchDays: 1,
      charged: { interest: new Decimal(12960), penalty: new Decimal(0), cost: new Decimal(0) },
      provided: new Decimal(10000),
      instalment: null,
    };
    expect(chargesOf(rules)(day)).toMatchObject([{ component: 'INTEREST', amount: new Decimal(40), clause: 'cap' }]);
    expect(chargesOf(rules)({ ...day, charged: { ...day.charged, interest: new Decimal(13000) } })).toEqual([]);
  });

  it('ru-mfo/sotovy/4.3/1/предел · counts paid services into the cap, and names the clause where it bound', () => {
    const { state, caused } = live({ amount: '10000.00', termDays: 30, services: '500.00' }, 400);
    expect(state.interest.plus(state.penalty).toFixed(2)).toBe('12500.00');
    const cut = caused.filter(({ cause, clause, lines }) => cause === 'ACCRUAL' && lines.INTEREST && clause);
    expect(cut.map(({ clause }) => clause)).toEqual(['ru-mfo/sotovy/4.3/1/предел']);
  });

  it('takes the cap of the day of the contract: 130 % until 2026-03-31, 100 % from 2026-04-01 on', () => {
    const total = (on: string) => {
      const { interest, penalty } = live({ amount: '10000.00', termDays: 30, on }, 400).state;
      return interest.plus(penalty).toFixed(2);
    };
    expect(total('2026-03-31')).toBe('13000.00');
    expect(total('2026-04-01')).toBe('10000.00');
  });

  it('binds no contract of more than a year by the cap', () => {
    const { interest } = live({ amount: '30000.00', termDays: 366 }, 366).state;
    expect(interest.gt(39000)).toBe(true);
  });

  it('ru-mfo/sotovy/4.3/2/база · a penalty counts on unpaid principal only, whatever interest is unpaid', () => {
    const run = live({ amount: '60000.00', termDays: 60 }, 15);
    const [first] = worldOf({ amount: '60000.00', termDays: 60 }).versions[0]!.terms.schedule;
    const day = '2024-03-16';
    const penalty = chargesOn(run, day, 'PENALTY')!;
    const expected = new Decimal(first!.principal).mul(20).div(100).div(365).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
    expect(penalty.lines.PENALTY!.eq(expected)).toBe(true);
    expect(penalty.clause).toBe('ru-mfo/sotovy/4.3/2/база');
    // Unpaid interest of 14 days has fallen due with it and changes nothing.
    expect(run.state.interestDue.gt(0)).toBe(true);
  });

  it('charges 20 % a year while interest runs, and 0.1 % a day where it does not', () => {
    const overdue = live({ amount: '20000.00', termDays: 30, rate: '0' }, 40).state;
    // Ten days of 0.1 % on 20 000 without interest.
    expect(shown(overdue)).toEqual(['20000.00', '0.00', '200.00']);
    const running = live({ amount: '20000.00', termDays: 30 }, 40).state;
    expect(running.penalty.toFixed(2)).toBe(new Decimal(20000).mul(20).div(100).mul(10).div(365).toFixed(2));
  });

  it('ru-mfo/sotovy/4.4/1/предел · a loan of 10 000 for 15 days is charged 15 % of it and no interest beyond', () => {
    expect(shown(live({ amount: '10000.00', termDays: 15, rate: '1' }, 15).state)).toEqual(['10000.00', '1500.00', '0.00']);
    const run = live({ amount: '10000.00', termDays: 15 }, 100);
    const { charged } = run.state;
    const beyond = run.caused.filter(
      ({ cause, lines, clause }) => cause === 'ACCRUAL' && lines.PENALTY && clause === 'ru-mfo/sotovy/4.4/1/неустойка',
    );
    const other = charged.interest.plus(charged.penalty).minus(beyond.reduce((sum, { lines }) => sum.plus(lines.PENALTY!), new Decimal(0)));
    expect(other.toFixed(2)).toBe('1500.00');
  });

  it('ru-mfo/sotovy/4.4/1/неустойка · beyond it 0.1 % a day of the overdue principal goes on: five days of 10 000 are 50', () => {
    const at = (day: number) => live({ amount: '10000.00', termDays: 15, rate: '1' }, day).state;
    expect(at(15).charged.interest.toFixed(2)).toBe('1500.00');
    expect(at(20).penalty.toFixed(2)).toBe('50.00');
    expect(at(20).interest.toFixed(2)).toBe('1500.00');
    // 16 days are no special loan: interest goes on.
    expect(live({ amount: '10000.00', termDays: 16, rate: '1' }, 20).state.interest.toFixed(2)).toBe('2000.00');
    expect(live({ amount: '10000.01', termDays: 15, rate: '1' }, 20).state.interest.gt(1500)).toBe(true);
  });

  it('keeps the general cap over the special penalty too', () => {
    const { interest, penalty } = live({ amount: '5000.00', termDays: 15 }, 1800).state;
    expect(interest.plus(penalty).toFixed(2)).toBe('6500.00');
  });

  it('pays by the order of the law: overdue interest and principal, penalty, then what is current', () => {
    const loan = { amount: '60000.00', termDays: 60, payments: [[20, '1.00']] as const };
    const { state, caused } = live(loan, 20);
    expect(caused.find(({ cause }) => cause === 'PAYMENT')!.lines).toEqual({ INTEREST: new Decimal('-1.00') });
    const overdue = state.interestDue;
    const { schedule } = worldOf(loan).versions[0]!.terms;
    const exact = overdue.plus(schedule[0]!.principal);
    const settled = live(
      {
        ...loan,
        payments: [
          [20, '1.00'],
          [20, exact.toFixed(2)],
        ],
      },
      20,
    ).state;
    expect(settled.interestDue.toFixed(2)).toBe('0.00');
    expect(settled.overdueSince).toBeNull();
    expect(settled.penalty.gt(0)).toBe(true);
    expect(settled.interest.toFixed(2)).toBe(state.interest.minus(overdue).toFixed(2));
  });

  it('shows that nobody has confirmed the order of repayment and the penalties yet, and goes by them all the same', () => {
    const resolved = resolveRules(extensions, 'ru-mfo', 'sotovy', '2024-03-01');
    for (const name of ['repayment.order', 'penalty.yearlyMax', 'penalty.dailyMax']) {
      const { candidates, value } = resolved.parameter(name).trace;
      expect(candidates).toMatchObject([{ verified: false, counted: true, value }]);
    }
  });

  it('stops an order of repayment that names no part of a debt, or leaves one out', () => {
    expect(() => allocationBy('OVERDUE_INTEREST GIFTS')).toThrow('GIFTS is no part of a debt.');
    expect(() => allocationBy('OVERDUE_INTEREST OVERDUE_PRINCIPAL PENALTY CURRENT_INTEREST CURRENT_PRINCIPAL')).toThrow('COST');
  });

  const lives = fc.record({
    lender: fc.constantFrom('sotovy', 'veritas', 'kapital-nt'),
    amount: fc.integer({ min: 1_000_00, max: 90_000_00 }).map((kopecks) => (kopecks / 100).toFixed(2)),
    termDays: fc.integer({ min: 1, max: 200 }),
    on: fc.constantFrom('2023-04-10', '2024-03-01', '2026-03-31', '2026-04-01'),
    services: fc.integer({ min: 0, max: 100_000 }).map((kopecks) => (kopecks / 100).toFixed(2)),
    payments: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 2_000_000 }).map((kopecks) => (kopecks / 100).toFixed(2)),
      ),
      { maxLength: 5 },
    ),
  });

  it('passes no cap whatever is lent and paid, and charges nothing when nothing is owed', () => {
    const caps: Readonly<Record<string, number>> = { '2023-04-10': 150, '2024-03-01': 130, '2026-03-31': 130, '2026-04-01': 100 };
    fc.assert(
      fc.property(lives, (loan) => {
        const { state } = live(loan, 520);
        // The edition of this lender that is held says 130 %, and the stricter of law and edition binds.
        const percent = loan.lender === 'sotovy' ? Math.min(130, caps[loan.on]!) : caps[loan.on]!;
        const charged = state.charged.interest.plus(state.charged.penalty).plus(loan.services);
        expect(charged.lte(Decimal.max(new Decimal(loan.amount).mul(percent).div(100), loan.services))).toBe(true);
        expect([state.principal, state.interest, state.penalty, state.surplus].every((sum) => sum.gte(0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
