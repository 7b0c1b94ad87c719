import type { CodeOperation } from '../../../modules/access';
import { lockDocument } from '../../../modules/documents';
import { lockTranche, requireOpen } from './tranche.commands';

/** A code for the application for a tranche is bound to the hash of its document. */
export const trancheOperation: CodeOperation = {
  type: 'RuMfoTranche',
  purpose: 'SIGN_DOCUMENT',
  async resolve(context, id) {
    const { tranche } = await lockTranche(context, id);
    requireOpen(context, tranche);
    const { sha256 } = await lockDocument(context, tranche.documentId);
    return { clientId: tranche.clientId, digest: Buffer.from(sha256, 'hex') };
  },
};
