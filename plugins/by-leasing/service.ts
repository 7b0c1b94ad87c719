import { defineErrors } from '../../schema/base';
import { BreachEntity, BreachResolver, breachEventTypes, breachTexts, CreateByLeasingBreaches1700000003060 } from './breaches';
import { PLUGIN } from './ids';

/** What the cabinet serves beside accounts and documents: breaches, outages, petitions, claims, changes of data, contracts in the lender’s accounts. */
export const serviceCapability = {
  entities: [BreachEntity],
  migrations: [CreateByLeasingBreaches1700000003060],
  eventTypes: [...breachEventTypes],
  resolvers: [BreachResolver],
  errors: [defineErrors(PLUGIN, { ...breachTexts })],
} as const;
