/**
 * A call that brought no usable answer. Holds a code only: a partner's own words may repeat names and numbers.
 * Whether the partner acted on the call is not known; ask again with the same key.
 */
export class PartnerCallError extends Error {
  override readonly name = 'PartnerCallError';

  constructor(
    readonly partner: string,
    readonly code: PartnerCallCode,
  ) {
    super(`A call to ${partner} failed: ${code}.`);
  }
}

export type PartnerCallCode =
  | 'PARTNER_UNREACHABLE'
  | 'PARTNER_TIMEOUT'
  | 'PARTNER_REDIRECTS'
  | 'PARTNER_ANSWER_TOO_LARGE'
  | 'PARTNER_ANSWER_MALFORMED'
  /** The answer speaks of another order, or of another sum. */
  | 'PARTNER_ANSWER_FOREIGN'
  | `PARTNER_STATUS_${number}`;
