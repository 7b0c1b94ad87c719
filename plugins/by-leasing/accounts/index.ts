export { foreignResource, type Operation, recordRefusal, requireOperation, windowFindings } from '../operations/require-operation';
export {
  type AccountRecord,
  accountByPhone,
  accountOf,
  type Identified,
  lockAccount,
  phoneOf,
  setIdentified,
} from './account.record';
export { type AuthorisationRecord, authorisationDigest, authorisationOf, authorisationsByClient } from './authorisation.record';
export { keepDealContact } from './deal-contacts';
export { isSameParty, type Party, partyOf } from './party';
export { type AccountStatus, type IdentificationSource, type Path, pathsOf } from './vocabulary';
