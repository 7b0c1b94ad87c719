import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Decimal } from '../../../schema/base';
import { judge, type PlainFacts } from '../test-support/rule-book';
import { isSamePerson } from './check-payee.command';
import { debtBurden, monthlyPayment } from './debt-burden';
import * as law from './validators';

const of = (text: string) => new Decimal(text);
const day = (iso: string) => Temporal.PlainDate.from(iso);
const TODAY = '2026-11-20';

describe('what the law asks before a loan', () => {
  it.each([
    ['2025-02-28', 'NOT_EVALUATED'],
    ['2025-03-01', 'FAIL'],
  ])('refuses on %s for a self-ban: %s', (on, verdict) => {
    expect(judge(law.selfBan, { selfBans: ['MFO'] }, on)).toMatchObject({ verdict });
    expect(judge(law.selfBan, { selfBans: [] }, on).verdict).not.toBe('FAIL');
  });

  it('names statute and day of the self-ban', () => {
    expect(judge(law.selfBan, { selfBans: ['FULL'] }, TODAY)).toMatchObject({
      code: 'RU_MFO_SELF_BAN',
      clauses: ['ru/self-ban/ban at the person’s wish@2025-03-01'],
      facts: { kinds: 'FULL' },
    });
  });

  it('lets an approval wait for the bureaus, and refuses nobody for their silence', () => {
    expect(judge(law.selfBan, {}, TODAY)).toMatchObject({ verdict: 'NOT_EVALUATED', reason: 'NOT_APPLICABLE' });
    expect(judge(law.selfBanAsked, {}, TODAY)).toMatchObject({ verdict: 'FAIL', code: 'RU_MFO_BUREAUS_NOT_ASKED' });
    expect(judge(law.selfBanAsked, { selfBans: ['MFO'] }, TODAY).verdict).toBe('PASS');
  });

  it('asks all qualified bureaus from 2026-10-01 on', () => {
    expect(judge(law.bureausAsked, { bureausAsked: 1 }, '2026-09-30')).toMatchObject({ reason: 'SILENT' });
    expect(judge(law.bureausAsked, { bureausAsked: 4 }, '2026-10-01').verdict).toBe('PASS');
    expect(judge(law.bureausAsked, { bureausAsked: 3 }, '2026-10-01')).toMatchObject({
      code: 'RU_MFO_BUREAUS_TOO_FEW',
      facts: { limit: 4 },
    });
    expect(judge(law.bureausAsked, {}, '2026-10-01')).toMatchObject({ verdict: 'FAIL', facts: { asked: 0 } });
  });

  it.each([
    ['2026-09-30', '292', ['292', '292', '292'], 'NOT_EVALUATED'],
    ['2026-10-01', '200.001', ['200.001'], 'PASS'],
    ['2026-10-01', '200.001', ['200.001', '250'], 'FAIL'],
    ['2026-10-01', '200.001', ['200', '250', '199'], 'PASS'],
    ['2026-10-01', '200', ['292', '292'], 'NOT_EVALUATED'],
    ['2027-03-31', '292', ['292', 'UNKNOWN'], 'FAIL'],
    ['2027-04-01', '100', ['292'], 'NOT_EVALUATED'],
    ['2027-04-01', '100.001', ['100.001'], 'FAIL'],
    ['2027-04-01', '100.001', ['100'], 'PASS'],
  ])('on %s a loan of %s %% beside unpaid ones of %j: %s', (on, fullCost, openFullCosts, verdict) => {
    expect(judge(law.expensiveLoans, { fullCost: of(fullCost), openFullCosts }, on).verdict).toBe(verdict);
  });

  it.each([
    ['2027-04-04', '2027-04-01', 'FAIL'],
    ['2027-04-05', '2027-04-01', 'PASS'],
    ['2027-03-31', '2027-03-30', 'NOT_EVALUATED'],
  ])('on %s after a repayment on %s: %s', (on, repaidOn, verdict) => {
    const facts = { fullCost: of('150'), concludedOn: day(on), expensiveRepaidOn: day(repaidOn), expensiveRepaidCost: of('150') };
    expect(judge(law.expensivePause, facts, on).verdict).toBe(verdict);
    expect(judge(law.expensivePause, { ...facts, expensiveRepaidCost: of('100') }, on).verdict).toBe('NOT_EVALUATED');
  });

  it('wants the debt burden from 2024-01-01 on; the sum from which it is recalled only, so every sum counts', () => {
    const known = { decidedAmount: of('9999.99'), monthlyDebt: of('0'), monthlyIncome: of('1') };
    expect(judge(law.debtBurdenComputed, { decidedAmount: of('1') }, '2023-12-31')).toMatchObject({ reason: 'SILENT' });
    expect(judge(law.debtBurdenComputed, { decidedAmount: of('9999.99') }, '2024-01-01')).toMatchObject({
      code: 'RU_MFO_DEBT_BURDEN_UNKNOWN',
    });
    expect(judge(law.debtBurdenComputed, known, '2024-01-01').verdict).toBe('PASS');
  });

  it('wants a signed warning above 50 %, not at it', () => {
    const facts = (payment: string): PlainFacts => ({
      debtBurdenWarned: false,
      monthlyDebt: of('10000'),
      monthlyIncome: of('40000'),
      monthlyPayment: of(payment),
    });
    expect(judge(law.debtBurdenWarned, facts('10000'), TODAY).verdict).toBe('PASS');
    expect(judge(law.debtBurdenWarned, facts('10004'), TODAY)).toMatchObject({
      code: 'RU_MFO_DEBT_BURDEN_NOT_WARNED',
      facts: { percent: '50.01', limit: '50' },
    });
    expect(judge(law.debtBurdenWarned, { ...facts('10004'), debtBurdenWarned: true }, TODAY).verdict).toBe('PASS');
    expect(judge(law.debtBurdenWarned, facts('10004'), '2023-12-31')).toMatchObject({ reason: 'SILENT' });
  });

  it.each([
    ['49999.99', 0, 'NOT_EVALUATED'],
    ['50000.00', 239, 'FAIL'],
    ['50000.00', 240, 'PASS'],
    ['200000.00', 240, 'PASS'],
    ['200000.01', 2879, 'FAIL'],
    ['200000.01', 2880, 'PASS'],
  ])('lets %s wait: after %i minutes %s', (amount, minutesSinceSigning, verdict) => {
    expect(judge(law.coolingOff, { loanAmount: of(amount), minutesSinceSigning }, '2025-09-01').verdict).toBe(verdict);
    expect(judge(law.coolingOff, { loanAmount: of(amount), minutesSinceSigning }, '2025-08-31')).toMatchObject({ reason: 'SILENT' });
  });

  it('never lets a larger sum wait less', () => {
    const cents = fc.integer({ min: 1, max: 50_000_000 });
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 4000 }), (a, b, minutesSinceSigning) => {
        const verdict = (amount: number) =>
          judge(law.coolingOff, { loanAmount: new Decimal(amount).div(100), minutesSinceSigning }, TODAY).verdict;
        if (verdict(Math.min(a, b)) === 'FAIL') expect(verdict(Math.max(a, b))).toBe('FAIL');
      }),
    );
  });

  it('pays to the borrower alone, unless two loans of a year went to the same account', () => {
    const verdict = (facts: PlainFacts) => judge(law.payee, facts, TODAY);
    expect(verdict({ loansToPayee: 1 })).toMatchObject({ code: 'RU_MFO_PAYEE_NOT_CHECKED' });
    expect(verdict({ loansToPayee: 1, payeeMatches: false })).toMatchObject({ code: 'RU_MFO_PAYEE_DIFFERS' });
    expect(verdict({ loansToPayee: 0, payeeMatches: true }).verdict).toBe('PASS');
    expect(verdict({ loansToPayee: 2 })).toMatchObject({ reason: 'NOT_APPLICABLE' });
    expect(judge(law.payee, { loansToPayee: 0 }, '2025-08-31')).toMatchObject({ reason: 'SILENT' });
  });

  it('identifies who borrows from afar by biometrics from 2027-03-01 on', () => {
    const facts = { identificationMethods: ['DOCUMENT_PHOTOS'], applicationPlace: 'SITE' };
    expect(judge(law.biometric, facts, '2027-02-28')).toMatchObject({ reason: 'SILENT' });
    expect(judge(law.biometric, facts, '2027-03-01')).toMatchObject({ code: 'RU_MFO_BIOMETRIC_REQUIRED' });
    expect(judge(law.biometric, { ...facts, identificationMethods: ['BIOMETRIC'] }, '2027-03-01').verdict).toBe('PASS');
    expect(judge(law.biometric, { ...facts, applicationPlace: 'OFFICE' }, '2027-03-01')).toMatchObject({ reason: 'NOT_APPLICABLE' });
  });

  it.each([
    ['10000.00', 15, '1500.00', 'PASS'],
    ['10000.00', 15, '1500.01', 'FAIL'],
    ['10000.01', 15, '1600.00', 'NOT_EVALUATED'],
    ['10000.00', 16, '1600.00', 'NOT_EVALUATED'],
  ])('ru-mfo/sotovy/4.4/1/предел, ru-mfo/sotovy/4.4/1/текст · charges on %s for %i days of %s: %s', (amount, days, charged, verdict) => {
    const facts = { decidedAmount: of(amount), decidedTermDays: days, charges: of(charged), dailyRate: of('0.8') };
    const judged = judge(law.specialLoan, facts, '2024-06-10', 'sotovy');
    expect(judged.verdict).toBe(verdict);
    if (verdict === 'PASS')
      expect(judged.clauses).toEqual(expect.arrayContaining(['ru-mfo/sotovy/4.4/1/предел', 'ru-mfo/sotovy/4.4/1/текст']));
    if (verdict === 'FAIL')
      expect(judged).toMatchObject({ code: 'RU_MFO_FIXED_SUM_ABOVE_CAP', clauses: expect.arrayContaining(['ru-mfo/sotovy/4.4/1/предел']) });
  });

  it('caps nothing as a special loan where the lender’s rules elect none', () => {
    const facts = { decidedAmount: of('10000'), decidedTermDays: 15, charges: of('9999'), dailyRate: of('1') };
    expect(judge(law.specialLoan, facts, TODAY)).toMatchObject({ reason: 'SILENT' });
  });
});

describe('the debt burden', () => {
  it('weighs a short loan with all its payments, a longer one by begun months', () => {
    expect(monthlyPayment('10000.00', '2400.00', 30).toFixed(2)).toBe('12400.00');
    expect(monthlyPayment('10000.00', '2400.00', 31).toFixed(2)).toBe('6200.00');
    expect(monthlyPayment('10000.00', '2000.00', 365).toFixed(2)).toBe('1000.00');
  });

  it('is refused without an income', () => {
    expect(debtBurden(of('10000'), of('10000'), of('40000')).toFixed(2)).toBe('50.00');
    for (const income of ['0', '-1']) expect(() => debtBurden(of('1'), of('1'), of(income))).toThrow(RangeError);
  });
});

describe('the payee’s name', () => {
  const person = { familyName: 'Примерова-Вторая', givenName: 'Алёна', patronymic: 'Пробовна' };
  it.each([
    ['ПРИМЕРОВА ВТОРАЯ АЛЕНА ПРОБОВНА', true],
    ['Алена Пробовна П.', true],
    ['алёна пробовна примерова-вторая', true],
    ['Примерова-Вторая Алёна', false],
    ['Алена Пробовна В.', false],
    ['Иная Алёна Пробовна', false],
    ['', false],
  ])('%s is the borrower’s: %s', (name, matches) => expect(isSamePerson(name, person)).toBe(matches));
});
