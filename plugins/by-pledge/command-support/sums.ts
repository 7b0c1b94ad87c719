import { Refusal } from '../../../modules/commands';
import { formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';

/** A sum above zero in whole kopecks. @throws Refusal BY_PLEDGE_SUM_INVALID */
export function positiveSum(text: string, field: string): Decimal {
  const isDecimal = /^\d{1,13}(\.\d{1,2})?$/.test(text);
  if (!isDecimal || new Decimal(text).lte(0)) throw new Refusal([formFinding('BY_PLEDGE_SUM_INVALID', ['input', field], { field })]);
  return new Decimal(text);
}
