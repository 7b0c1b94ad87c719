import { ruleSet } from '../../modules/rules';
import { enforcementParameters } from './vocabulary/enforcement';
import { formationFacts, formationParameters } from './vocabulary/formation';

/** What the lender's pledge agreement fixes, and the facts that its rules look at. */
export const rules = ruleSet('by-pledge', {
  parameters: {
    ...formationParameters,
    ...enforcementParameters,
    /** The highest value at which the lender may sell the pledge itself, without a court. */
    'selfSale.max': { unit: 'BASE_VALUES', stricter: 'LOWER' },
    /** Time after the due day in which nothing is foreclosed. */
    'grace.period': { unit: 'CALENDAR_MONTHS', stricter: 'HIGHER' },
    /** Fine for each violation of the pledgor's duties. */
    'violation.fine': { unit: 'BASE_VALUES', stricter: 'LOWER', use: 'CALCULATION' },
    'vin.length': { unit: 'COUNT', stricter: 'NONE' },
    'vin.excludedLetters': { unit: 'CODES', stricter: 'UNION' },
    /** Decimal places of the agreed value. */
    'pledgeValue.places': { unit: 'COUNT', stricter: 'LOWER' },
    'inspection.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    'restore.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    'reimbursement.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    'register.change.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    'register.exclusion.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    'claim.answer.within': { unit: 'WORKING_DAYS', stricter: 'LOWER' },
    'addressChange.notice.within': { unit: 'DAYS', stricter: 'LOWER' },
  },
  facts: {
    ...formationFacts,
    vin: 'TEXT',
    /** Why this vehicle has no standard VIN, as an officer recorded it, e.g. `MADE_BEFORE_1981`. */
    vinException: 'CODE',
    manufacturedIn: 'COUNT',
    pledgeYear: 'COUNT',
    /** Valuation on the day of the loan contract, BYN. */
    valuation: 'DECIMAL',
    /** Value of the pledge that the parties agreed, row 6 of the inventory, BYN. */
    pledgeValue: 'DECIMAL',
    /** Base value on the day of the loan contract, BYN. */
    baseValueAtLoan: 'DECIMAL',
    /** Base value on the day of the violation, BYN. */
    baseValueAtViolation: 'DECIMAL',
    /** Fine to be charged for one violation, BYN. */
    fine: 'DECIMAL',
    /** Whether this violation was fined before. */
    alreadyFined: 'FLAG',
  },
  codes: { gap: 'BY_PLEDGE_EDITION_GAP', textNotHeld: 'BY_PLEDGE_EDITION_TEXT_NOT_HELD' },
});
