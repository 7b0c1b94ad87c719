import { loader, statement } from '../../../modules/database';
import type { AccountState, RegistrationStage } from './registration-step';

export interface RegistrationRecord {
  readonly clientId: string;
  readonly requirementsVersion: string | null;
  readonly requirementsConfirmedAt: Date | null;
  readonly consents: readonly string[];
  readonly consentedAt: Date;
  readonly generalTermsVersion: string;
  readonly signatureAgreementVersion: string | null;
  readonly signatureAgreementJoinedAt: Date | null;
  readonly servedSince: Date | null;
  readonly stage: RegistrationStage | null;
  readonly completedAt: Date | null;
  /** Decimal string. */
  readonly desiredAmount: string | null;
  readonly desiredTermDays: number | null;
  readonly accountState: AccountState;
}

const columns = `client_id as "clientId", requirements_version as "requirementsVersion", requirements_confirmed_at as "requirementsConfirmedAt",
  consents, consented_at as "consentedAt", general_terms_version as "generalTermsVersion",
  signature_agreement_version as "signatureAgreementVersion", signature_agreement_joined_at as "signatureAgreementJoinedAt",
  served_since as "servedSince", stage, completed_at as "completedAt", desired_amount as "desiredAmount",
  desired_term_days as "desiredTermDays", account_state as "accountState"`;

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

/** Moves a registration in steps on. */
export const setStage = statement<never>(
  'ru_mfo_registration_stage',
  'update ru_mfo.registration set stage = $2, completed_at = coalesce($3, completed_at) where client_id = $1',
);

export const setAccountState = statement<never>(
  'ru_mfo_registration_account',
  'update ru_mfo.registration set account_state = $2 where client_id = $1',
);
