export { type CheckedCode, type CodeEntered, checkCode } from './check-code';
export { codeWordByClient, hasCodeWord, isCodeWord } from './code-word';
export { type CheckedFactor, type FactorRecord, factorDigest, factorsByClient, factorsByStepUp, recordFactor } from './factor.record';
export { ACCOUNT_EVENTS, accountEventTypes, tellAccount, tellSecurity } from './security-event';
export { formFinding, formOfPath, mfaFinding, pathOf, type SigningForm, type StepUp, type StepUpInput, stepUp } from './step-up';
export type { Factor, FactorClass, FactorSource, FactorVerdict } from './vocabulary';
