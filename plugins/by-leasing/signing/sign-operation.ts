import { type CodeOperation, digestOf } from '../../../modules/access';
import { Refusal } from '../../../modules/commands';
import { formFinding } from '../../../modules/rules';
import { DOCUMENT_PATH, lockOwnDocument, requireNext, requireUnsigned } from '../documents/change';
import type { LeasingDocumentRecord } from '../documents/document.record';

/** Names one text of one document exactly: a code for it is good for no other. */
export const signingDigest = ({ id, sha256 }: Pick<LeasingDocumentRecord, 'id' | 'sha256'>): Buffer =>
  digestOf('by-leasing/document', id, sha256!);

/** A code that signs is bound to the document's text as it stands. */
export const documentOperation: CodeOperation = {
  type: 'ByLeasingDocument',
  purpose: 'SIGN_DOCUMENT',
  async resolve(context, id) {
    const document = await lockOwnDocument(context, id);
    requireUnsigned(document);
    requireNext(document, 'SIGNED');
    if (!document.sha256)
      throw new Refusal([formFinding('BY_LEASING_DOCUMENT_STATE_INVALID', DOCUMENT_PATH, { from: document.state, to: 'SIGNED' })]);
    return { clientId: document.clientId, digest: signingDigest(document) };
  },
};
