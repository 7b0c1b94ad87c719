import { type CodeOperation, digestOf } from '../../../modules/access';
import { lockPetition, type PetitionRecord } from './petition.record';

/** Names one petition as it was written: a code for it is good for no other. */
export const petitionDigest = ({ id }: Pick<PetitionRecord, 'id'>): Buffer => digestOf('by-leasing/petition', id);

/** A draft is sent by a code of its own; its text does not change after that. */
export const petitionOperation: CodeOperation = {
  type: 'ByLeasingPetition',
  purpose: 'OPERATION',
  async resolve(context, id) {
    const [petition] = await context.transaction.query(lockPetition, [id]);
    return petition?.status === 'DRAFT' ? { clientId: petition.clientId, digest: petitionDigest(petition) } : null;
  },
};
