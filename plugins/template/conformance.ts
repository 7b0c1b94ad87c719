import { Decimal } from '../../schema/base';
import type { PluginConformance, ValidatorFixture } from '../kit/conformance';
import { rules } from './rules';

const asked = (amount: string): ValidatorFixture => ({
  lender: 'xx-template-lender',
  on: '2026-03-02',
  facts: rules.factSet({ amount: [new Decimal(amount), 'APPLICATION'] }),
});

/** What the plugin is judged by: a passing and a failing fixture for every validator. */
export const conformance: PluginConformance = {
  fixtures: {
    validators: {
      'xx-template.loan-max': { passing: [asked('1000.00')], failing: [{ ...asked('1000.01'), code: 'XX_TEMPLATE_LOAN_ABOVE_MAX' }] },
    },
  },
};
