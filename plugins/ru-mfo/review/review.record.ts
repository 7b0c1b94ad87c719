import { listLoader, loader, statement } from '../../../modules/database';
import type { ContactChannel, ContactResult } from './data-check.entity';

export interface ApplicationStartRecord {
  readonly applicationId: string;
  readonly editionId: string | null;
  readonly shownEditionId: string | null;
  readonly acknowledged: readonly string[];
  readonly begunAt: Date;
}

export const readStarts = statement<ApplicationStartRecord>(
  'ru_mfo_application_starts',
  `select application_id as "applicationId", edition_id as "editionId", shown_edition_id as "shownEditionId", acknowledged,
     begun_at as "begunAt" from ru_mfo.application_start where application_id = any($1)`,
);
export const startByApplication = loader(readStarts, (row) => row.applicationId);

export interface DataCheckRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly falseData: readonly string[];
  readonly checkedAt: Date;
}

/** The latest first. */
export const readChecks = statement<DataCheckRecord>(
  'ru_mfo_data_checks',
  `select id, application_id as "applicationId", false_data as "falseData", checked_at as "checkedAt"
   from ru_mfo.data_check where application_id = any($1) order by checked_at desc, id desc`,
);
export const checksByApplication = listLoader(readChecks, (row) => row.applicationId);

export interface VerificationContactRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly result: ContactResult;
  readonly heldAt: Date;
}

export const readContacts = statement<VerificationContactRecord>(
  'ru_mfo_verification_contacts',
  `select id, application_id as "applicationId", channel, subject, result, held_at as "heldAt"
   from ru_mfo.verification_contact where application_id = any($1) order by held_at, id`,
);
export const contactsByApplication = listLoader(readContacts, (row) => row.applicationId);

/** Contracts of a client whose money was provided and is not all back, but for that of one application. */
export const readRunningContracts = statement<{ dueOn: string }>(
  'ru_mfo_running_contracts',
  `select terms->>'dueOn' as "dueOn" from core.contract where client_id = $1 and application_id <> $2 and status = 'ACTIVE'`,
);

/** The month in which the card of an application ends, `YYYY-MM`. */
export const readCardEnd = statement<{ expires: string | null }>(
  'ru_mfo_card_end',
  `select c.expires from ru_mfo.card c join ru_mfo.application a on a.lender_id = c.lender_id and a.client_id = c.client_id
   where a.application_id = $1 and a.payout_method = 'PAYMENT_CARD' and c.status = 'VERIFIED' and c.last_four = right(a.payout_mask, 4)
   order by c.verified_at desc limit 1`,
);

export const revokeConsentOf = statement<{ clientId: string }>(
  'ru_mfo_consent_revoke',
  `update ru_mfo.registration set consents = array_remove(consents, $2) where client_id = $1 and $2 = any(consents)
   returning client_id as "clientId"`,
);
