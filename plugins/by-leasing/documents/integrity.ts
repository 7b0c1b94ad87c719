import { type CommandResult, defineCommand } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { verifiedCanonical } from '../../../modules/documents';
import { uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { PLUGIN } from '../ids';
import { momentOf } from '../judge';
import { IntegrityFindingEntity } from './integrity-finding.entity';

const BATCH = 200;

const signedAfter = statement<{ id: string; clientId: string; coreDocumentId: string; sha256: string; found: boolean }>(
  'by_leasing_signed_documents_after',
  `select d.id, d.client_id as "clientId", d.core_document_id as "coreDocumentId", encode(c.sha256, 'hex') as sha256,
     f.document_id is not null as found
   from by_leasing.document d join core.document c on c.lender_id = d.lender_id and c.id = d.core_document_id
   left join by_leasing.integrity_finding f on f.lender_id = d.lender_id and f.document_id = d.id
   where d.lender_id = $1 and d.id > $2 and d.signed_at is not null order by d.id limit $3`,
);

export interface IntegrityBatch extends CommandResult {
  /** Id to go on after; absent when all were looked at. */
  readonly next?: string;
  readonly checked?: number;
}

/**
 * Recomputes the fingerprints of signed documents, a batch at a time (agreement, 9.1.2). What differs is reported once, by the document;
 * nothing is mended: the text that was signed stands in its evidence.
 */
export const checkIntegrity = defineCommand<{ readonly after: string; readonly batch?: number }, IntegrityBatch>({
  name: 'job:byLeasingCheckIntegrity',
  emits: ['ByLeasingIntegrityBroken'],
  async run({ after, batch = BATCH }, context) {
    const rows = await context.transaction.query(signedAfter, [context.lender.id, after, batch]);
    for (const { id, clientId, coreDocumentId, sha256, found } of rows) {
      const intact = (await verifiedCanonical(context, { id: coreDocumentId, sha256 })) !== null;
      // A text that lies open instead of encrypted is not the one that was signed either.
      const clauses = [cite('by-leasing/9.1.2'), cite('by-leasing/7.1/p2'), cite('by-leasing/6.5')];
      const broken = uphold(clauses, intact, 'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN');
      if (!broken || found) continue;
      await context.transaction.insert(IntegrityFindingEntity, { lenderId: context.lender.id, documentId: id, foundAt: momentOf(context) });
      context.emit({
        type: 'ByLeasingIntegrityBroken',
        subject: { type: 'ByLeasingDocument', id },
        clientId,
        plugin: PLUGIN,
        clause: 'by-leasing/9.1.2',
        payload: { byLeasingDocumentId: id, sha256 },
      });
    }
    return { checked: rows.length, ...(rows.length === batch ? { next: rows.at(-1)!.id } : {}) };
  },
});
