import type { CommandContext } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import { type Finding, formFinding } from '../../../modules/rules';
import type { UploadState } from './upload-check.entity';

export interface UploadCheckRecord {
  readonly id: string;
  readonly clientId: string;
  readonly state: UploadState;
  readonly scanner: string;
  readonly signature: string | null;
  readonly checkedAt: Date;
  readonly withdrawnAt: Date | null;
}

const columns = `id, client_id as "clientId", state, scanner, signature, checked_at as "checkedAt", withdrawn_at as "withdrawnAt"`;

/** Checked files of clients, the latest first. */
export const uploadChecksByClient = listLoader(
  statement<UploadCheckRecord>(
    'by_leasing_upload_checks',
    `select ${columns} from by_leasing.upload_check where client_id = any($1) order by checked_at desc, id desc`,
  ),
  (row) => row.clientId,
);
export const lockUploadCheck = statement<UploadCheckRecord>(
  'by_leasing_upload_check_lock',
  `select ${columns} from by_leasing.upload_check where id = $1 for update`,
);
export const withdrawUploadRow = statement<never>(
  'by_leasing_upload_check_withdraw',
  "update by_leasing.upload_check set state = 'WITHDRAWN', reason = $2, withdrawn_by = $3, withdrawn_at = $4 where id = $1",
);
const clean = statement<{ n: number }>(
  'by_leasing_upload_check_clean',
  "select count(*)::int as n from by_leasing.upload_check where client_id = $1 and id = any($2) and state = 'CLEAN'",
);

const MAX_FILES = 10;

/** Files are attached only once they were checked and found clean; they are the client's own. */
export async function attachmentFinding(
  context: CommandContext,
  clientId: string,
  fileIds: readonly string[],
  field = 'fileIds',
): Promise<Finding | null> {
  const wanted = new Set(fileIds);
  if (wanted.size === 0) return null;
  const [found] = await context.transaction.query(clean, [clientId, [...wanted]]);
  const usable = found!.n === wanted.size && wanted.size <= MAX_FILES;
  return usable ? null : formFinding('BY_LEASING_UPLOAD_NOT_CHECKED', ['input', field], { max: MAX_FILES });
}
