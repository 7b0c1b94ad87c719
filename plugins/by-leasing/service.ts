import { defineErrors } from '../../schema/base';
import { BreachEntity, BreachResolver, breachEventTypes, breachTexts, CreateByLeasingBreaches1700000003060 } from './breaches';
import { claims } from './claims';
import { conduct } from './conduct';
import { dataChanges } from './data-changes';
import { PLUGIN } from './ids';
import { lenderAccounts } from './lender-accounts';
import { petitions } from './petitions';
import { serviceLevels } from './service-levels';
import { uploads } from './uploads';
import { usage } from './usage';

const breaches = {
  entities: [BreachEntity],
  migrations: [CreateByLeasingBreaches1700000003060],
  eventTypes: breachEventTypes,
  resolvers: [BreachResolver],
};
const tables = [breaches, serviceLevels, uploads, petitions, claims, lenderAccounts, usage, dataChanges] as const;

/** What the cabinet serves beside accounts and documents: breaches, outages, petitions, claims, changes of data, contracts in the lender’s accounts. */
export const serviceCapability = {
  entities: tables.flatMap(({ entities }) => [...entities]),
  migrations: tables.flatMap(({ migrations }) => [...migrations]),
  eventTypes: [breaches, serviceLevels, petitions, claims, lenderAccounts, dataChanges].flatMap(({ eventTypes }) => [...eventTypes]),
  deadlines: [...serviceLevels.deadlines, ...claims.deadlines],
  documents: lenderAccounts.documents,
  permissions: conduct.permissions,
  resolvers: [breaches, serviceLevels, uploads, petitions, claims, lenderAccounts, dataChanges, conduct].flatMap(({ resolvers }) => [
    ...resolvers,
  ]),
  nodes: [...petitions.nodes, ...claims.nodes],
  codeOperations: petitions.codeOperations,
  errors: [
    defineErrors(PLUGIN, {
      ...breachTexts,
      ...serviceLevels.texts,
      ...uploads.texts,
      ...petitions.texts,
      ...claims.texts,
      ...lenderAccounts.texts,
      ...usage.texts,
      ...dataChanges.texts,
    }),
    ...conduct.errors,
  ],
  ports: [...uploads.ports, ...lenderAccounts.ports],
  adapters: [...uploads.adapters, ...lenderAccounts.adapters],
  simulators: [...uploads.simulators, ...lenderAccounts.simulators],
} as const;
