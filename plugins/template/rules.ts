import { ruleSet } from '../../modules/rules';

/** Parameters and facts of the rules, each declared once. */
export const rules = ruleSet('xx-template', {
  parameters: {
    'loan.max': {
      unit: 'MONEY',
      stricter: 'LOWER',
      currency: 'XTS',
      title: { en: 'Highest loan', ru: 'Предельная сумма займа', be: 'Гранічная сума пазыкі' },
    },
  },
  facts: {
    /** The sum asked for, in the lender's currency. */
    amount: 'DECIMAL',
  },
  codes: { gap: 'XX_TEMPLATE_EDITION_GAP', textNotHeld: 'XX_TEMPLATE_EDITION_TEXT_NOT_HELD' },
});
