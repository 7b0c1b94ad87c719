export { ConsentEntity, type ConsentSubject, consentSubjects } from './consent.entity';
export { CreateByPledge1700000004000 } from './create-pledge.migration';
export { type ConsentGiven, type GiveConsent, giveConsent, requireConsent } from './give-consent.command';
export {
  changePledgeStatus,
  type LockedPledge,
  lockPledge,
  lockPledgeOf,
  lockPledgeWithContract,
  notInForce,
  requireInForce,
  requireNext,
} from './lock-pledge';
export { PartyEntity } from './party.entity';
export { PledgeEntity } from './pledge.entity';
export {
  type ConsentRecord,
  consentById,
  consentsByPledge,
  type PartyRecord,
  type PledgeRecord,
  partiesByPledge,
  pledgeByApplication,
  pledgeById,
} from './pledge.record';
export { pledgeEventTypes, tellChange, tellPledge } from './pledge-events';
export { inForce, nextPledgeStatuses, type PartyRole, type PledgeStatus, partyRoles, pledgeStatuses } from './pledge-status';
