/** Steps of a registration that is done one after another; which of them a lender asks for, its rules say. */
export const registrationSteps = ['CONTACT_INFO', 'PASSPORT_DATA', 'ADDITIONAL_INFO', 'MONEY_RECEIPT', 'IDENTIFICATION'] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

/** Where a registration stands: the step to be done next, or that all are done. */
export const registrationStages = [...registrationSteps, 'REGISTERED'] as const;
export type RegistrationStage = (typeof registrationStages)[number];

export const accountStates = ['OPEN', 'DELETED'] as const;
export type AccountState = (typeof accountStates)[number];
