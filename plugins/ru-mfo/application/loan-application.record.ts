import { loader, statement } from '../../../modules/database';
import type { InsuranceChoice, PayoutMethod } from './loan-application.entity';

export interface LoanApplicationRecord {
  readonly applicationId: string;
  readonly clientId: string;
  readonly payoutMethod: PayoutMethod | null;
  readonly payoutMask: string | null;
  readonly insuranceWanted: boolean;
  readonly bureauConsentAt: Date | null;
  readonly termsDocumentId: string | null;
  readonly insuranceChoice: InsuranceChoice | null;
  readonly acceptedAt: Date | null;
  readonly signatureIdentifier: string | null;
}

const columns = `application_id as "applicationId", client_id as "clientId", payout_method as "payoutMethod", payout_mask as "payoutMask",
  insurance_wanted as "insuranceWanted", bureau_consent_at as "bureauConsentAt", terms_document_id as "termsDocumentId",
  insurance_choice as "insuranceChoice", accepted_at as "acceptedAt", signature_identifier as "signatureIdentifier"`;

const byApplication = statement<LoanApplicationRecord>(
  'ru_mfo_application',
  `select ${columns} from ru_mfo.application where application_id = any($1)`,
);

export const loanApplicationById = loader(byApplication, (row) => row.applicationId);
export const readLoanApplication = byApplication;

export const readPayout = statement<{ payoutMethod: PayoutMethod; payoutEnc: Buffer }>(
  'ru_mfo_application_payout',
  'select payout_method as "payoutMethod", payout_enc as "payoutEnc" from ru_mfo.application where application_id = $1 and payout_method is not null',
);

export const giveBureauConsent = statement<never>(
  'ru_mfo_application_consent',
  'update ru_mfo.application set bureau_consent_at = $2 where application_id = $1',
);

export const setTermsDocument = statement<never>(
  'ru_mfo_application_terms',
  'update ru_mfo.application set terms_document_id = $2 where application_id = $1',
);

export const setAccepted = statement<never>(
  'ru_mfo_application_accept',
  'update ru_mfo.application set insurance_choice = $2, accepted_at = $3, signature_identifier = $4 where application_id = $1',
);

export const readFirstAcceptance = statement<{ acceptedAt: Date }>(
  'ru_mfo_first_acceptance',
  `select accepted_at as "acceptedAt" from ru_mfo.application where client_id = $1 and accepted_at is not null order by accepted_at limit 1`,
);
