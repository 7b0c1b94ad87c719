import { insuranceMemo, insuranceRequest, serviceMemo, serviceRequest } from './addon-document';
import { withdrawalRequest } from './withdrawal-request';

export { type AddonDocumentData, insuranceMemo, insuranceRequest, serviceMemo, serviceRequest } from './addon-document';
export { type AddonWithdrawalData, withdrawalRequest } from './withdrawal-request';

/** Templates of all documents of paid services. */
export const addonDocuments = [insuranceMemo, insuranceRequest, serviceMemo, serviceRequest, withdrawalRequest];
