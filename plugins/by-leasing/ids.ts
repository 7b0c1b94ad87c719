/** The plugin's id, also its name in products, deadline kinds and templates. */
export const PLUGIN = 'by-leasing';

/** The one product: a thing bought to be leased to the client. */
export const LEASING = 'by-leasing/financial-leasing';

/** Kinds of deadlines of the cabinet’s service. */
export const OUTAGE_RECOVERY = 'by-leasing/outage-recovery';
export const TRACKED_DUTY = 'by-leasing/tracked-duty';
export const CLAIM_ANSWER = 'by-leasing/claim-answer';
