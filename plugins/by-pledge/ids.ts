/** The plugin's id, also its name in products, deadline kinds and templates. */
export const PLUGIN = 'by-pledge';

/** The one product: a microloan secured by a car. */
export const SECURED_MICROLOAN = 'by-pledge/secured-microloan';

/** Kinds of deadlines. */
export const REGISTER_CHANGE = 'by-pledge/register-change';
export const REGISTER_EXCLUSION = 'by-pledge/register-exclusion';
export const POLICY_DUE = 'by-pledge/policy';
export const POLICY_RENEWAL = 'by-pledge/policy-renewal';
export const POLICY_DELIVERY = 'by-pledge/policy-delivery';
export const PREMIUM_PROOF = 'by-pledge/premium-proof';
export const DUTY_TERM = 'by-pledge/duty';
export const CLAIM_ANSWER = 'by-pledge/claim-answer';
