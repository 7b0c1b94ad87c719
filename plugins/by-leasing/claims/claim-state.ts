/** Who holds its rights infringed. */
export const claimSenders = ['CLIENT', 'LENDER'] as const;
export type ClaimSender = (typeof claimSenders)[number];

/** `DEEMED_ACCEPTED`: no answer and no reasoned objection came in time, which counts as agreement (12.5). */
export const claimStates = ['RECEIVED', 'ANSWERED', 'DEEMED_ACCEPTED'] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimAnswers = ['ACCEPTED', 'PARTLY', 'REJECTED'] as const;
/** What the other party says to a claim; what it does not accept it objects to with reasons. */
export type ClaimAnswer = (typeof claimAnswers)[number];

export const disputeStates = ['PRE_TRIAL', 'COURT', 'SETTLED'] as const;
export type DisputeState = (typeof disputeStates)[number];
