import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { identityDocuments } from './identity-check.entity';

export const IdentityDocumentEnum = enumOf(identityDocuments);
registerEnumType(IdentityDocumentEnum, {
  name: 'ByPledgeIdentityDocument',
  description: 'Kind of an identity document.',
  valuesConfig: {
    BY_PASSPORT: { description: 'Passport of a citizen.' },
    BY_ID_CARD: { description: 'Identification card of a citizen.' },
    RESIDENCE_PERMIT: { description: 'Residence permit of a foreigner (вид на жительство).' },
    FOREIGN_PASSPORT: { description: 'Foreign passport.' },
  },
});
