import type { Validator } from '../../../../modules/rules';
import type { PlainFacts } from '../rule-book';

/** One rule of the lender that receives applications by code, by a point of its document. */
export interface ReceptionCase {
  readonly point: string;
  readonly sentence: string;
  readonly validator: Validator;
  readonly good: readonly PlainFacts[];
  readonly bad: readonly PlainFacts[];
  readonly code: string;
}
