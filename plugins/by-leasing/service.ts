import { defineErrors } from '../../schema/base';
import { BreachEntity, BreachResolver, breachEventTypes, breachTexts, CreateByLeasingBreaches1700000003060 } from './breaches';
import { claims } from './claims';
import { PLUGIN } from './ids';
import { petitions } from './petitions';
import { serviceLevels } from './service-levels';
import { uploads } from './uploads';

/** What the cabinet serves beside accounts and documents: breaches, outages, petitions, claims, changes of data, contracts in the lender’s accounts. */
export const serviceCapability = {
  entities: [BreachEntity, ...serviceLevels.entities, ...uploads.entities, ...petitions.entities, ...claims.entities],
  migrations: [
    CreateByLeasingBreaches1700000003060,
    ...serviceLevels.migrations,
    ...uploads.migrations,
    ...petitions.migrations,
    ...claims.migrations,
  ],
  eventTypes: [...breachEventTypes, ...serviceLevels.eventTypes, ...petitions.eventTypes, ...claims.eventTypes],
  deadlines: [...serviceLevels.deadlines, ...claims.deadlines],
  resolvers: [BreachResolver, ...serviceLevels.resolvers, ...uploads.resolvers, ...petitions.resolvers, ...claims.resolvers],
  nodes: [...petitions.nodes, ...claims.nodes],
  codeOperations: [...petitions.codeOperations],
  errors: [defineErrors(PLUGIN, { ...breachTexts, ...serviceLevels.texts, ...uploads.texts, ...petitions.texts, ...claims.texts })],
  ports: [...uploads.ports],
  adapters: [...uploads.adapters],
  simulators: [...uploads.simulators],
} as const;
