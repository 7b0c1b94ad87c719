import { uphold } from '../../../modules/rules';
import { cite } from '../cite';
import type { LeasingSignatureRecord } from '../signing/signature.record';
import type { LeasingDocumentRecord } from './document.record';

export interface ChecklistItem {
  readonly item: string;
  readonly satisfied: boolean;
  /** Row of the document that satisfies it. */
  readonly documentId: string | null;
}

/** Signed papers whose original a deal asks for. */
const originals = ['LEASING_CONTRACT', 'PURCHASE_CONTRACT', 'SURETY_CONTRACT'] as const;

/**
 * Papers that a deal asks for. A document under a digital signature has the force of signed paper (agreement, 7.8): it satisfies what asks
 * for an original, and nothing has to be uploaded. Of kinds that the deal has none of, only the contract is asked for.
 */
export function checklistOf(documents: readonly LeasingDocumentRecord[], signatures: readonly LeasingSignatureRecord[]): ChecklistItem[] {
  const digital = new Set(signatures.filter(({ form }) => form === 'EDS').map(({ documentId }) => documentId));
  return originals.flatMap((kind): ChecklistItem[] => {
    const all = documents.filter((document) => document.kind === kind && document.state !== 'VOID');
    if (all.length === 0 && kind !== 'LEASING_CONTRACT') return [];
    const original = all.find(({ id, signedAt }) => signedAt !== null && digital.has(id));
    uphold(cite('by-leasing/7.8'), original !== undefined, 'BY_LEASING_DOCUMENT_NOT_SIGNED');
    return [{ item: `${kind}_ORIGINAL`, satisfied: original !== undefined, documentId: original?.id ?? null }];
  });
}
