export const demandKinds = ['SELFIE_PASSPORT', 'EXTRA_DOCUMENT', 'INCOME_PROOF', 'QUESTIONS', 'OTHER'] as const;
/** What a lender may demand before it decides. */
export type DemandKind = (typeof demandKinds)[number];

export const demandStatuses = ['OPEN', 'MET', 'WAIVED'] as const;
export type DemandStatus = (typeof demandStatuses)[number];

/** By which way an answer came. */
export const answerChannels = ['SITE', 'EMAIL', 'PHONE'] as const;
export type AnswerChannel = (typeof answerChannels)[number];
