import { listLoader, loader, statement } from '../../../modules/database';
import type { SealedPlace } from '../sealed-text';
import { openClaim } from './claim.entity';
import type { ClaimAnswer, ClaimSender, ClaimState, DisputeState } from './claim-state';

export interface ClaimRecord {
  readonly id: string;
  readonly clientId: string;
  readonly number: string;
  readonly sender: ClaimSender;
  readonly contractNumber: string | null;
  readonly textEnc: Buffer;
  readonly fileIds: readonly string[];
  readonly state: ClaimState;
  /** ISO 8601 days. */
  readonly receivedOn: string;
  readonly answerDueOn: string;
  readonly recordedAt: Date;
  readonly answer: ClaimAnswer | null;
  readonly answerEnc: Buffer | null;
  readonly answeredAt: Date | null;
}

const columns = `id, client_id as "clientId", number, sender, contract_number as "contractNumber", text_enc as "textEnc", file_ids as "fileIds",
  state, received_on::text as "receivedOn", answer_due_on::text as "answerDueOn", recorded_at as "recordedAt", answer,
  answer_enc as "answerEnc", answered_at as "answeredAt"`;

/** Claims of and against clients, the latest first. */
export const claimsByClient = listLoader(
  statement<ClaimRecord>(
    'by_leasing_claims',
    `select ${columns} from by_leasing.claim where client_id = any($1) order by received_on desc, id desc`,
  ),
  (row) => row.clientId,
);
export const claimById = loader(
  statement<ClaimRecord>('by_leasing_claim_by_id', `select ${columns} from by_leasing.claim where id = any($1)`),
  (row) => row.id,
);
/** A page of claims without an answer, those due first before the others: `$1, $2` place, `$3` size, `$4` sender or null. */
export const openClaimsPage = statement<ClaimRecord>(
  'by_leasing_open_claims_page',
  `select ${columns} from by_leasing.claim
   where ${openClaim} and (answer_due_on, id) > (($1::timestamptz at time zone 'UTC')::date, $2::uuid) and ($4::text is null or sender = $4)
   order by answer_due_on, id limit $3`,
);
export const lockClaim = statement<ClaimRecord>(
  'by_leasing_claim_lock',
  `select ${columns} from by_leasing.claim where id = $1 for update`,
);
export const setAnswered = statement<never>(
  'by_leasing_claim_answer',
  "update by_leasing.claim set state = 'ANSWERED', answer = $2, answer_enc = $3, answered_at = $4 where id = $1",
);
export const setDeemedAccepted = statement<never>(
  'by_leasing_claim_deem',
  "update by_leasing.claim set state = 'DEEMED_ACCEPTED' where id = $1",
);

export interface DisputeRecord {
  readonly id: string;
  readonly clientId: string;
  readonly claimId: string | null;
  readonly state: DisputeState;
  readonly openedAt: Date;
  readonly forum: string | null;
  readonly courtAt: Date | null;
}

const disputeColumns = `id, client_id as "clientId", claim_id as "claimId", state, opened_at as "openedAt", forum, court_at as "courtAt"`;

export const disputesByClient = listLoader(
  statement<DisputeRecord>(
    'by_leasing_disputes',
    `select ${disputeColumns} from by_leasing.dispute where client_id = any($1) order by opened_at desc, id desc`,
  ),
  (row) => row.clientId,
);
export const lockDispute = statement<DisputeRecord>(
  'by_leasing_dispute_lock',
  `select ${disputeColumns} from by_leasing.dispute where id = $1 for update`,
);
export const setDispute = statement<never>(
  'by_leasing_dispute_set',
  'update by_leasing.dispute set state = $2, claim_id = $3, forum = $4, court_at = $5 where id = $1',
);

export const claimPlace = (id: string, column: 'text_enc' | 'answer_enc'): SealedPlace => ({ table: 'by_leasing.claim', id, column });
