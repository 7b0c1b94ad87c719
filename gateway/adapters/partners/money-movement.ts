import { type AnswerReader, type PartnerAnswer, PartnerCallError, REASON } from '../../../modules/partner-calls';
import type { TransferOutcome } from '../../../modules/payments';

const PENDING = { state: 'PENDING' } as const;

/** What went wrong on the way, so that nobody knows whether money moved: it is asked again under the same key. */
const ON_THE_WAY = /^PARTNER_(?:UNREACHABLE|TIMEOUT|STATUS_(?:408|425|429|5\d\d))$/;

/** Orders a movement of money; where no answer came, the outcome is open and never failed. */
export async function askOnce<Outcome>(
  ask: () => Promise<PartnerAnswer>,
  read: (answer: PartnerAnswer) => Outcome,
): Promise<Outcome | typeof PENDING> {
  try {
    return read(await ask());
  } catch (error) {
    if (error instanceof PartnerCallError && ON_THE_WAY.test(error.code)) return PENDING;
    throw error;
  }
}

/**
 * What became of an order by the partner's word. Only an explicit FAILED is a failure, and an answer about another order or sum is none.
 * @throws PartnerCallError
 */
export function readMovement(
  answer: AnswerReader,
  { id, amount, currency }: { readonly id: string; readonly amount: string; readonly currency: string },
): TransferOutcome {
  answer.same('id', id);
  const state = answer.oneOf('state', ['SETTLED', 'FAILED', 'PENDING']);
  if (state === 'PENDING') return PENDING;
  const partner = answer.text('partner');
  if (state === 'FAILED') return { state, partner, reason: answer.text('reason', REASON) };
  answer.same('amount', amount);
  answer.same('currency', currency);
  return { state, partner, partnerOperationId: answer.text('operationId'), at: answer.pastInstant('at') };
}
