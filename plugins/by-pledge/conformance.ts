import { Decimal } from '../../schema/base';
import type { PluginConformance, ValidatorFixture } from '../kit/conformance';
import { rules } from './rules';
import { formationFixtures } from './test-support/formation-fixtures';

const under = (facts: Parameters<typeof rules.factSet>[0]): ValidatorFixture => ({
  lender: 'zubr-leasing',
  on: '2026-06-01',
  facts: rules.factSet(facts),
});
const sum = (text: string) => [new Decimal(text), 'CONTRACT'] as const;

export const conformance: PluginConformance = {
  fixtures: {
    validators: {
      ...formationFixtures,
      'by-pledge.vin': {
        passing: [
          under({ vin: ['XTA210990Y1234567', 'FORM'] }),
          under({ vin: ['GAZ-21', 'FORM'], vinException: ['MADE_BEFORE_1981', 'OFFICER'] }),
        ],
        failing: [{ ...under({ vin: ['WVWZZZ6RZHY12345', 'FORM'] }), code: 'BY_PLEDGE_VIN_INVALID' }],
      },
      'by-pledge.manufacture-year': {
        passing: [under({ manufacturedIn: [2026, 'FORM'], pledgeYear: [2026, 'CONTRACT'] })],
        failing: [{ ...under({ manufacturedIn: [2027, 'FORM'], pledgeYear: [2026, 'CONTRACT'] }), code: 'BY_PLEDGE_INVENTORY_INVALID' }],
      },
      'by-pledge.pledge-value': {
        passing: [under({ pledgeValue: sum('12500.00'), valuation: sum('12500.00') })],
        failing: [{ ...under({ pledgeValue: sum('13000.00'), valuation: sum('12500.00') }), code: 'BY_PLEDGE_VALUE_MISMATCH' }],
      },
      'by-pledge.self-sale': {
        passing: [under({ valuation: sum('4500.00'), baseValueAtLoan: sum('45.00') })],
        failing: [{ ...under({ valuation: sum('4500.01'), baseValueAtLoan: sum('45.00') }), code: 'BY_PLEDGE_SELF_SALE_NOT_ALLOWED' }],
      },
      'by-pledge.violation-fine': {
        passing: [under({ fine: sum('225.00'), baseValueAtViolation: sum('45.00'), alreadyFined: [false, 'REGISTER'] })],
        failing: [
          {
            ...under({ fine: sum('225.00'), baseValueAtViolation: sum('45.00'), alreadyFined: [true, 'REGISTER'] }),
            code: 'BY_PLEDGE_FINE_NOT_CHARGEABLE',
          },
        ],
      },
    },
  },
};
