import type { CodeOperation } from '../../../modules/access';
import { lockDocument } from '../../../modules/documents';
import { lockTopUp, requireOpenTopUp } from './top-up.commands';

/** A code for the application for an additional sum is bound to the hash of its document. */
export const topUpOperation: CodeOperation = {
  type: 'RuMfoTopUp',
  purpose: 'SIGN_DOCUMENT',
  async resolve(context, id) {
    const { topUp } = await lockTopUp(context, id);
    requireOpenTopUp(context, topUp);
    const { sha256 } = await lockDocument(context, topUp.documentId);
    return { clientId: topUp.clientId, digest: Buffer.from(sha256, 'hex') };
  },
};
