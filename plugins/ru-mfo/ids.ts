/** The plugin's id, also its name in products, deadline kinds and templates. */
export const PLUGIN = 'ru-mfo';

/** The one product of the first slice: a loan with a fixed sum and term. */
export const MICROLOAN = 'ru-mfo/microloan';

/** A loan with a credit limit, drawn in tranches (заём с лимитом кредитования). */
export const CREDIT_LINE = 'ru-mfo/credit-line';

/** What money goes out for beside the loan itself. */
export const TRANCHE_PURPOSE = 'ru-mfo/tranche';
export const TOP_UP_PURPOSE = 'ru-mfo/top-up';

/** Kinds of deadlines. */
export const PRELIMINARY_DECISION = 'ru-mfo/preliminary-decision';
export const OFFER_TERM = 'ru-mfo/offer';
export const TRANSFER_TERM = 'ru-mfo/transfer';
export const DECISION_TARGET = 'ru-mfo/decision-target';
export const APPROVAL_TERM = 'ru-mfo/approval';
/** Kinds of deadlines of an account. */
export const DATA_REQUEST = 'ru-mfo/data-request';
export const YEARLY_CONFIRMATION = 'ru-mfo/yearly-confirmation';
export const ACCOUNT_DELETION = 'ru-mfo/account-deletion';
export const ACCOUNT_RESTORATION = 'ru-mfo/account-restoration';
export const ACCOUNT_CREDIT = 'ru-mfo/account-credit';
