import { fail, pass } from '../../../modules/rules';
import { cite } from '../cite';
import { rules } from '../rules';

/** A standard VIN, or an exception that an officer recorded with its reason. The check digit binds in North America only. */
export const vin = rules.validator({
  id: 'by-pledge.vin',
  appliesAt: ['INVENTORY', 'SUBMIT', 'SIGN'],
  facts: ['vin'],
  optionalFacts: ['vinException'],
  params: ['vin.length', 'vin.excludedLetters'],
  path: ['input', 'vin'],
  check: (facts, params) => {
    const length = params['vin.length'];
    const excluded = params['vin.excludedLetters'];
    const standard =
      facts.vin.length === length.value &&
      /^[A-Z0-9]+$/.test(facts.vin) &&
      ![...facts.vin].some((letter) => excluded.value.includes(letter));
    if (standard || (facts.vin !== '' && facts.vinException)) return pass;
    return fail('BY_PLEDGE_VIN_INVALID', length, { length: length.value, excluded: excluded.value.join(', ') });
  },
});

export const manufactureYear = rules.validator({
  id: 'by-pledge.manufacture-year',
  appliesAt: ['INVENTORY', 'SUBMIT', 'SIGN'],
  facts: ['manufacturedIn', 'pledgeYear'],
  cites: [cite('by-pledge/A1/row3')],
  path: ['input', 'manufacturedIn'],
  check: ({ manufacturedIn, pledgeYear }) =>
    manufacturedIn <= pledgeYear ? pass : fail('BY_PLEDGE_INVENTORY_INVALID', cite('by-pledge/A1/row3'), { manufacturedIn, pledgeYear }),
});

/** Row 6 of the inventory: above zero, whole kopecks, equal to the agreed valuation. */
export const pledgeValue = rules.validator({
  id: 'by-pledge.pledge-value',
  appliesAt: ['SIGN'],
  facts: ['pledgeValue', 'valuation'],
  params: ['pledgeValue.places'],
  path: ['input', 'pledgeValue'],
  check: (facts, params) => {
    const places = params['pledgeValue.places'];
    const sound = facts.pledgeValue.gt(0) && facts.pledgeValue.decimalPlaces() <= places.value && facts.pledgeValue.eq(facts.valuation);
    if (sound) return pass;
    const values = { pledgeValue: facts.pledgeValue.toFixed(), valuation: facts.valuation.toFixed() };
    return fail('BY_PLEDGE_VALUE_MISMATCH', places, values);
  },
});
