import { statement } from '../../database';
import type { AccessRevocationEntity } from './access-revocation.entity';

/** A revocation as the graph shows it. */
export type AccessRevocationRow = Omit<AccessRevocationEntity, 'lenderId'>;

export const revocationColumns = `id, subject, reason, revoked_by as "revokedBy", revoked_at as "revokedAt",
  restored_by as "restoredBy", restored_at as "restoredAt"`;

/** Who may not come in at the lender now, the latest first. */
export const openRevocations = statement<AccessRevocationRow>(
  'access_revocations_open',
  `select ${revocationColumns} from core.access_revocation where lender_id = $1 and restored_at is null order by revoked_at desc, id desc limit $2`,
);

export const revocationById = statement<AccessRevocationRow>(
  'access_revocation_by_id',
  `select ${revocationColumns} from core.access_revocation where lender_id = $1 and id = $2`,
);
