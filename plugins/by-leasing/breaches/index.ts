export { BREACH_EVENTS, type NewBreach, recordBreach, recordClientBreach, settleClientBreach } from './breach.commands';
export { BreachEntity } from './breach.entity';
export { breachTexts } from './breach.errors';
export { type BreachRecord, breachesByClient, lockBreach, openBreaches } from './breach.record';
export { BreachResolver } from './breach.resolver';
export { type BreachClause, breachClauses } from './breach-clauses';
export { breachEventTypes } from './breach-events';
export { CreateByLeasingBreaches1700000003060 } from './create-breaches.migration';
