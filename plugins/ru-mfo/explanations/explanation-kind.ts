export const explanationChannels = ['SMS', 'PHONE', 'ONLINE_CHAT', 'POST'] as const;
/** By which way a request came or an answer went. */
export type ExplanationChannel = (typeof explanationChannels)[number];

export const explanationStatuses = ['OPEN', 'ANSWERED'] as const;
export type ExplanationStatus = (typeof explanationStatuses)[number];

export const responsiblePosts = ['DIRECTOR_GENERAL', 'EMPLOYEE'] as const;
/** Who answers for an explanation. */
export type ResponsiblePost = (typeof responsiblePosts)[number];

export const confirmations = ['TERMS_EXPLAINED', 'PLAIN_LANGUAGE', 'NOT_MISLEADING'] as const;
/** What whoever answers confirms of the answer. */
export type Confirmation = (typeof confirmations)[number];
