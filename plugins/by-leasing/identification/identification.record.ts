import type { CommandContext } from '../../../modules/commands';
import { listLoader, loader, statement } from '../../../modules/database';
import type { MsiMethod } from '../msi';
import type { IdentificationSource, IdentificationStatus, IdentifiedSubject } from './identification-status';

export interface IdentificationRow {
  readonly id: string;
  readonly clientId: string;
  readonly source: IdentificationSource;
  readonly method: MsiMethod | null;
  readonly status: IdentificationStatus;
  readonly refusal: string | null;
  readonly msiRequestId: string | null;
  readonly sessionId: string | null;
  readonly openedAt: Date;
  readonly expiresAt: Date | null;
  readonly endedAt: Date | null;
}

const columns = `id, client_id as "clientId", source, method, status, refusal, msi_request_id as "msiRequestId", session_id as "sessionId",
  opened_at as "openedAt", expires_at as "expiresAt", ended_at as "endedAt"`;

export const identificationById = loader(
  statement<IdentificationRow>('by_leasing_identification_by_id', `select ${columns} from by_leasing.identification where id = any($1)`),
  (row) => row.id,
);

/** The last way through an identification that each client began. */
export const latestIdentification = loader(
  statement<IdentificationRow>(
    'by_leasing_identification_latest',
    `select distinct on (client_id) ${columns} from by_leasing.identification where client_id = any($1)
     order by client_id, opened_at desc, id desc`,
  ),
  (row) => row.clientId,
);

export interface OpenIdentification extends IdentificationRow {
  readonly secretsEnc: Buffer;
  readonly browserDigest: Buffer;
}

const openColumns = `${columns}, secrets_enc as "secretsEnc", browser_digest as "browserDigest"`;

export const lockByState = statement<OpenIdentification>(
  'by_leasing_identification_lock_by_state',
  `select ${openColumns} from by_leasing.identification where lender_id = $1 and state_digest = $2 for update`,
);
export const lockIdentification = statement<IdentificationRow>(
  'by_leasing_identification_lock',
  `select ${columns} from by_leasing.identification where id = $1 for update`,
);
export const readIdentification = statement<Pick<IdentificationRow, 'clientId'>>(
  'by_leasing_identification_client',
  'select client_id as "clientId" from by_leasing.identification where id = $1',
);
export const lockUnfinished = statement<IdentificationRow>(
  'by_leasing_identification_lock_unfinished',
  `select ${columns} from by_leasing.identification where client_id = $1 and status in ('AT_MSI', 'TAKEN') order by id for update`,
);
/** The last end of each client's identifications, in the office or at МСИ. */
export const lastEnd = statement<Pick<IdentificationRow, 'status' | 'source'>>(
  'by_leasing_identification_last_end',
  `select status, source from by_leasing.identification where client_id = $1 and status in ('IDENTIFIED', 'OFFICE_ONLY')
   order by ended_at desc, id desc limit 1`,
);
export const writeStatus = statement<never>(
  'by_leasing_identification_status',
  `update by_leasing.identification set status = $2, refusal = $3, msi_request_id = coalesce($4, msi_request_id), ended_at = $5,
     secrets_enc = case when $2 = 'TAKEN' then secrets_enc end where id = $1`,
);

export interface IdentificationRecord {
  readonly id: string;
  readonly clientId: string;
  readonly source: IdentificationSource;
  readonly method: MsiMethod | null;
  readonly subject: IdentifiedSubject;
  readonly msiRequestId: string | null;
  readonly respondedAt: Date;
  readonly identifiedAt: Date;
  readonly personEnc: Buffer;
  readonly personIndex: Buffer;
  readonly grantEnc: Buffer | null;
  readonly xmlEnc: Buffer;
  readonly xmlSha256: Buffer;
  readonly officer: string | null;
  readonly office: string | null;
}

const recordColumns = `id, client_id as "clientId", source, method, subject, msi_request_id as "msiRequestId", responded_at as "respondedAt",
  identified_at as "identifiedAt", person_enc as "personEnc", person_index as "personIndex", grant_enc as "grantEnc", xml_enc as "xmlEnc",
  xml_sha256 as "xmlSha256", officer, office`;

const readRecords = statement<IdentificationRecord>(
  'by_leasing_identification_records',
  `select ${recordColumns} from by_leasing.identification_record where id = any($1)`,
);
export const recordById = loader(readRecords, (row) => row.id);

const readLatestAtMsi = statement<IdentificationRecord>(
  'by_leasing_identification_record_latest',
  `select ${recordColumns} from by_leasing.identification_record where client_id = $1 and source = 'MSI'
   order by identified_at desc, id desc limit 1`,
);

/** What the last identification of a client through МСИ found; null before the first. */
export async function latestAtMsi(
  { transaction }: Pick<CommandContext, 'transaction'>,
  clientId: string,
): Promise<IdentificationRecord | null> {
  return (await transaction.query(readLatestAtMsi, [clientId]))[0] ?? null;
}

/** What one identification found; null for an unfinished one. */
export async function recordOf({ transaction }: Pick<CommandContext, 'transaction'>, id: string): Promise<IdentificationRecord | null> {
  return (await transaction.query(readRecords, [[id]]))[0] ?? null;
}

export interface ConsentRow {
  readonly id: string;
  readonly clientId: string;
  readonly msiRequestId: string;
  readonly givenAt: Date;
}

/** Consents to the remote service, the latest first. */
export const consentsByClient = listLoader(
  statement<ConsentRow>(
    'by_leasing_sdo_consents',
    `select id, client_id as "clientId", msi_request_id as "msiRequestId", given_at as "givenAt" from by_leasing.sdo_consent
     where client_id = any($1) order by given_at desc, id desc`,
  ),
  (row) => row.clientId,
);
