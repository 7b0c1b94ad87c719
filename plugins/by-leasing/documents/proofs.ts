import { type CommandContext, defineCommand } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { lockAccount } from '../accounts/account.record';
import { ACCOUNT_EVENTS, tellSecurity } from '../factors/security-event';
import { missingEvidence } from '../identification/operation-evidence';
import type { IntegrityBatch } from './integrity';

const BATCH = 200;

/** Operations of the remote service that were completed: documents that clients signed, petitions that came in. */
const completedAfter = statement<{ id: string; clientId: string }>(
  'by_leasing_completed_operations_after',
  `select id, client_id as "clientId" from (
     select id, client_id from by_leasing.document where lender_id = $1 and id > $2 and signed_at is not null
     union all select id, client_id from by_leasing.petition where lender_id = $1 and id > $2 and received_at is not null
   ) completed order by id limit $3`,
);

/**
 * Looks whether each completed operation of the remote service has its proof as XML, a batch at a time (agreement, 3.12). Where one is
 * not there, a security event names the account, and the audit how many are missing, in every round until the proof is back.
 */
export const checkProofs = defineCommand<{ readonly after: string; readonly batch?: number }, IntegrityBatch>({
  name: 'job:byLeasingCheckProofs',
  emits: ACCOUNT_EVENTS,
  async run({ after, batch = BATCH }, context) {
    const rows = await context.transaction.query(completedAfter, [context.lender.id, after, batch]);
    const missing = [];
    for (const row of rows) if (await lacksProof(context, row)) missing.push(row.id);
    if (missing.length > 0)
      context.audit({ code: 'BY_LEASING_XML_EVIDENCE_MISSING', missing: missing.length, operations: missing.join(', ') });
    return { checked: rows.length, ...(rows.length === batch ? { next: rows.at(-1)!.id } : {}) };
  },
});

async function lacksProof(context: CommandContext, { id, clientId }: { readonly id: string; readonly clientId: string }): Promise<boolean> {
  const finding = await missingEvidence(context, id);
  if (!finding) return false;
  tellSecurity(context, await lockAccount(context, clientId), 'EVIDENCE_MISSING', finding.clauses[0]);
  return true;
}
