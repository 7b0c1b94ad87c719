/** The plugin's id, also its name in products, deadline kinds and templates. */
export const PLUGIN = 'ru-mfo';

/** The one product of the first slice: a loan with a fixed sum and term. */
export const MICROLOAN = 'ru-mfo/microloan';

/** Kinds of deadlines. */
export const PRELIMINARY_DECISION = 'ru-mfo/preliminary-decision';
export const OFFER_TERM = 'ru-mfo/offer';
export const TRANSFER_TERM = 'ru-mfo/transfer';
