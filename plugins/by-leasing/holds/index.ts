export { type Attribution, attributionAt, securityBreachesByClient } from './attribution';
export { liftHold, type NewHold, openHold, openSystemHold, recordHold, suspendAccount } from './hold.commands';
export { holdsByClient, openHolds, systemHoldsByLender } from './hold.record';
export { type ClientHoldKind, type IncidentCause, incidentCauses, type SystemHoldKind } from './vocabulary';
