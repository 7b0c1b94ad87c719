import { loader, statement } from '../../../modules/database';
import type { AuthorityRecord } from '../signing/authority.record';

/** A request to delete a cabinet that nobody has executed. */
export interface OpenDeletionRecord {
  readonly id: string;
  readonly clientId: string;
  readonly channel: string;
  readonly receivedAt: Date;
}

/** A mutual end to which the client has agreed and the lender has not. */
export interface OpenEndRecord {
  readonly id: string;
  readonly clientId: string;
  readonly clientConsentedAt: Date;
}

/** An authority to sign as the lists show it. */
export type ShownAuthorityRecord = Omit<AuthorityRecord, 'personIndex' | 'recordedBy'>;

const deletion = 'select id, client_id as "clientId", channel, received_at as "receivedAt" from by_leasing.deletion_request';
const openDeletion = 'executed_at is null';
const end = 'select id, client_id as "clientId", client_consented_at as "clientConsentedAt" from by_leasing.agreement_end';
// Where the client has not agreed, the next word is the client's.
const openEnd = "ended_at is null and mode = 'MUTUAL' and client_consented_at is not null";
const authority = `select id, client_id as "clientId", officer, name_enc as "nameEnc", position, basis, basis_number as "basisNumber", scope,
  valid_from::text as "validFrom", valid_to::text as "validTo", recorded_at as "recordedAt", ended_at as "endedAt"
  from by_leasing.signing_authority`;

/** A page of open requests to delete a cabinet: `$1, $2` place, `$3` size. */
export const openDeletionsPage = statement<OpenDeletionRecord>(
  'by_leasing_open_deletions_page',
  `${deletion} where ${openDeletion} and (received_at, id) > ($1::timestamptz, $2::uuid) order by received_at, id limit $3`,
);
export const openDeletionById = loader(
  statement<OpenDeletionRecord>('by_leasing_open_deletion_by_id', `${deletion} where ${openDeletion} and id = any($1)`),
  (row) => row.id,
);

/** A page of mutual ends that wait for the lender: `$1, $2` place, `$3` size. */
export const openEndsPage = statement<OpenEndRecord>(
  'by_leasing_open_ends_page',
  `${end} where ${openEnd} and (client_consented_at, id) > ($1::timestamptz, $2::uuid) order by client_consented_at, id limit $3`,
);
export const openEndById = loader(
  statement<OpenEndRecord>('by_leasing_open_end_by_id', `${end} where ${openEnd} and id = any($1)`),
  (row) => row.id,
);

/** A page of authorities in force on a day: `$1, $2` place, `$3` size, `$4` the day. */
export const authoritiesPage = statement<ShownAuthorityRecord>(
  'by_leasing_authorities_page',
  `${authority} where ended_at is null and valid_from <= $4::date and (valid_to is null or valid_to >= $4::date)
     and (recorded_at, id) < ($1::timestamptz, $2::uuid) order by recorded_at desc, id desc limit $3`,
);
export const authorityById = loader(
  statement<ShownAuthorityRecord>('by_leasing_authority_by_id', `${authority} where id = any($1)`),
  (row) => row.id,
);
