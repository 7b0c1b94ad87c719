import { defineErrors } from '../../schema/base';
import { BreachEntity, BreachResolver, breachEventTypes, breachTexts, CreateByLeasingBreaches1700000003060 } from './breaches';
import { PLUGIN } from './ids';
import { serviceLevels } from './service-levels';

/** What the cabinet serves beside accounts and documents: breaches, outages, petitions, claims, changes of data, contracts in the lender’s accounts. */
export const serviceCapability = {
  entities: [BreachEntity, ...serviceLevels.entities],
  migrations: [CreateByLeasingBreaches1700000003060, ...serviceLevels.migrations],
  eventTypes: [...breachEventTypes, ...serviceLevels.eventTypes],
  deadlines: [...serviceLevels.deadlines],
  resolvers: [BreachResolver, ...serviceLevels.resolvers],
  errors: [defineErrors(PLUGIN, { ...breachTexts, ...serviceLevels.texts })],
} as const;
