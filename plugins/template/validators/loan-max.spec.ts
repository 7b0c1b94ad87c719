import fc from 'fast-check';
import { RuleBook, runValidator } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { lenderEditions } from '../editions/xx-template-lender';
import { rules } from '../rules';
import { loanMax } from './loan-max';

const book = new RuleBook(rules, [lenderEditions], [], [loanMax]);
const resolved = book.resolve('xx-template-lender', '2026-03-02');
const judge = (amount: Decimal) => runValidator(loanMax, rules.factSet({ amount: [amount, 'APPLICATION'] }), resolved);

describe('loan limit', () => {
  it('xx-template/1.2 · the limit itself is lent', () => {
    expect(judge(new Decimal('1000.00'))).toMatchObject({ verdict: 'PASS', clauses: ['xx-template/1.2'] });
  });

  it('xx-template/1.2 · a hundredth more is refused', () => {
    expect(judge(new Decimal('1000.01'))).toMatchObject({
      code: 'XX_TEMPLATE_LOAN_ABOVE_MAX',
      clauses: ['xx-template/1.2'],
      edition: 'xx-template/xx-template-lender/2026-01-01',
      facts: { amount: '1000.01', max: '1000.00' },
    });
  });

  it('xx-template/1.2 · a smaller sum is never worse', () => {
    const sums = fc.integer({ min: 1, max: 200_000 }).map((cents) => new Decimal(cents).div(100));
    fc.assert(
      fc.property(sums, sums, (a, b) => judge(Decimal.max(a, b)).verdict === 'FAIL' || judge(Decimal.min(a, b)).verdict === 'PASS'),
    );
  });

  it('xx-template/1.1 · before the first edition there are no rules to decide by', () => {
    expect(book.resolve('xx-template-lender', '2025-12-31').finding).toMatchObject({ code: 'XX_TEMPLATE_EDITION_GAP' });
    expect(book.resolve('xx-template-lender', '2026-01-01').edition).toMatchObject({ clause: 'xx-template/1.1' });
  });
});
