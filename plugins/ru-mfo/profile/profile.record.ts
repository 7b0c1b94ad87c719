import { loader, statement } from '../../../modules/database';

export interface ProfileRecord {
  readonly clientId: string;
  readonly payoutKinds: readonly string[];
  readonly fullCapacity: boolean | null;
  readonly ownInterest: boolean;
  readonly officialTies: readonly string[];
  readonly updatedAt: Date;
}

const byClient = statement<ProfileRecord>(
  'ru_mfo_profile',
  `select client_id as "clientId", payout_kinds as "payoutKinds", full_capacity as "fullCapacity", own_interest as "ownInterest",
     official_ties as "officialTies", updated_at as "updatedAt" from ru_mfo.profile where client_id = any($1)`,
);

export const profileByClient = loader(byClient, (row) => row.clientId);
export const readProfile = byClient;

export const writeProfile = statement<never>(
  'ru_mfo_profile_write',
  `insert into ru_mfo.profile
     (lender_id, client_id, payout_kinds, full_capacity, own_interest, official_ties, personal_enc, passport_index, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict on constraint ru_mfo_profile_pkey do update set payout_kinds = excluded.payout_kinds, full_capacity = excluded.full_capacity,
     own_interest = excluded.own_interest, official_ties = excluded.official_ties, personal_enc = excluded.personal_enc,
     passport_index = excluded.passport_index, updated_at = excluded.updated_at`,
);

/** The encrypted numbers of a client; the reader says in the audit what they are for. */
export const readPersonal = statement<{ personalEnc: Buffer }>(
  'ru_mfo_profile_personal',
  'select personal_enc as "personalEnc" from ru_mfo.profile where client_id = $1',
);

export const setPayoutKinds = statement<never>(
  'ru_mfo_profile_payout_kinds',
  'update ru_mfo.profile set payout_kinds = $2, updated_at = $3 where client_id = $1',
);

/** Whose passport this is, among the clients of a lender; asked with the client's id to compare without opening. */
export const passportMatches = statement<{ clientId: string }>(
  'ru_mfo_profile_passport_matches',
  'select client_id as "clientId" from ru_mfo.profile where client_id = $1 and passport_index = $2',
);
