export { AnswerReader, DAY, MONTH, REASON, SUM } from './answer-reader';
export { type PartnerCallCode, PartnerCallError } from './partner-call-error';
export { createPartnerClient, type PartnerAnswer, type PartnerClient, type PartnerClientOptions } from './partner-client';
export { type PartnerSettings, partnerSettingNames, readPartnerSettings } from './partner-settings';
export { type BodyBeginning, readUpTo } from './read-up-to';
export { isCallSigned, type SignedCall, signCall } from './signature';
