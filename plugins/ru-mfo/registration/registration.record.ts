import { loader, statement } from '../../../modules/database';

export interface RegistrationRecord {
  readonly clientId: string;
  readonly requirementsVersion: string;
  readonly requirementsConfirmedAt: Date;
  readonly consents: readonly string[];
  readonly consentedAt: Date;
  readonly generalTermsVersion: string;
  readonly signatureAgreementVersion: string;
  readonly signatureAgreementJoinedAt: Date;
  readonly servedSince: Date | null;
}

const columns = `client_id as "clientId", requirements_version as "requirementsVersion", requirements_confirmed_at as "requirementsConfirmedAt",
  consents, consented_at as "consentedAt", general_terms_version as "generalTermsVersion",
  signature_agreement_version as "signatureAgreementVersion", signature_agreement_joined_at as "signatureAgreementJoinedAt",
  served_since as "servedSince"`;

const byClient = statement<RegistrationRecord>(
  'ru_mfo_registration',
  `select ${columns} from ru_mfo.registration where client_id = any($1)`,
);

export const registrationByClient = loader(byClient, (row) => row.clientId);
export const readRegistration = byClient;

/** The first loan provided makes a client; later ones change nothing. */
export const markServed = statement<{ clientId: string }>(
  'ru_mfo_registration_served',
  `update ru_mfo.registration set served_since = $2 where client_id = $1 and served_since is null returning client_id as "clientId"`,
);
