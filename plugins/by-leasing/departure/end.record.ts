import { listLoader, statement } from '../../../modules/database';
import type { EndMode, WithdrawalGround } from './agreement-end.entity';

export interface AgreementEndRecord {
  readonly id: string;
  readonly clientId: string;
  readonly mode: EndMode;
  readonly ground: WithdrawalGround | null;
  readonly basis: string | null;
  readonly clientConsentedAt: Date | null;
  readonly recordedBy: string;
  readonly endedAt: Date | null;
}

const readEnds = statement<AgreementEndRecord>(
  'by_leasing_agreement_ends',
  `select id, client_id as "clientId", mode, ground, basis, client_consented_at as "clientConsentedAt", recorded_by as "recordedBy",
     ended_at as "endedAt"
   from by_leasing.agreement_end where client_id = any($1)`,
);

/** How agreements with clients ended, or are about to end. */
export const agreementEndsByClient = listLoader(readEnds, (row) => row.clientId);
export { readEnds };

// What was proposed is overtaken by what happened.
export const writeEnd = statement<never>(
  'by_leasing_agreement_end_write',
  `insert into by_leasing.agreement_end
     (lender_id, id, client_id, mode, ground, breach_id, basis, client_consented_at, recorded_by, ended_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   on conflict (lender_id, client_id) do update set mode = excluded.mode, ground = excluded.ground, breach_id = excluded.breach_id,
     basis = excluded.basis, client_consented_at = coalesce(by_leasing.agreement_end.client_consented_at, excluded.client_consented_at),
     recorded_by = excluded.recorded_by, ended_at = excluded.ended_at
   where by_leasing.agreement_end.ended_at is null`,
);
