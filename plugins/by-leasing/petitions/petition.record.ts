import { listLoader, loader, statement } from '../../../modules/database';
import type { SealedPlace } from '../sealed-text';
import { pendingPetition } from './petition.entity';
import type { PetitionStatus, PetitionSubject } from './petition-status';

export interface PetitionRecord {
  readonly id: string;
  readonly clientId: string;
  /** Null while it is a draft. */
  readonly number: string | null;
  readonly subject: PetitionSubject;
  readonly contractNumber: string | null;
  readonly textEnc: Buffer;
  readonly fileIds: readonly string[];
  readonly status: PetitionStatus;
  readonly draftedAt: Date;
  readonly receivedAt: Date | null;
  readonly answerEnc: Buffer | null;
  readonly answeredAt: Date | null;
}

const columns = `id, client_id as "clientId", number, subject, contract_number as "contractNumber", text_enc as "textEnc", file_ids as "fileIds",
  status, drafted_at as "draftedAt", received_at as "receivedAt", answer_enc as "answerEnc", answered_at as "answeredAt"`;

/** Petitions of clients, the latest first. */
export const petitionsByClient = listLoader(
  statement<PetitionRecord>(
    'by_leasing_petitions',
    `select ${columns} from by_leasing.petition where client_id = any($1) order by drafted_at desc, id desc`,
  ),
  (row) => row.clientId,
);
export const petitionById = loader(
  statement<PetitionRecord>('by_leasing_petition_by_id', `select ${columns} from by_leasing.petition where id = any($1)`),
  (row) => row.id,
);
/** A page of petitions that wait for an answer, the oldest first: `$1, $2` place, `$3` size. */
export const pendingPetitionsPage = statement<PetitionRecord>(
  'by_leasing_pending_petitions_page',
  `select ${columns} from by_leasing.petition where ${pendingPetition} and (received_at, id) > ($1::timestamptz, $2::uuid)
   order by received_at, id limit $3`,
);
export const lockPetition = statement<PetitionRecord>(
  'by_leasing_petition_lock',
  `select ${columns} from by_leasing.petition where id = $1 for update`,
);
export const receivePetition = statement<never>(
  'by_leasing_petition_receive',
  `update by_leasing.petition set status = 'RECEIVED', number = $2, received_at = $3, status_changed_at = $3, identification_id = $4
   where id = $1`,
);
export const movePetition = statement<never>(
  'by_leasing_petition_move',
  `update by_leasing.petition set status = $2, status_changed_at = $3::timestamptz, answer_enc = $4,
     answered_at = case when $4::bytea is null then null else $3::timestamptz end
   where id = $1`,
);

export const petitionPlace = (id: string, column: 'text_enc' | 'answer_enc'): SealedPlace => ({ table: 'by_leasing.petition', id, column });
