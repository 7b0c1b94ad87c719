import { type BoundParameter, enforce } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { cite } from '../cite';

/**
 * The fine for one violation of the pledgor's duties, in BYN: so many base values of the day of the violation.
 * Rounded half up to the kopeck; base values have two places, so that whole multiples are exact.
 */
export function violationFine(fine: BoundParameter<'BASE_VALUES'>, baseValue: Decimal): Decimal {
  enforce(cite('by-pledge/4.1'));
  return fine.decimal.times(baseValue).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
