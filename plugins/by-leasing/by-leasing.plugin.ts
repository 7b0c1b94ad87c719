import { definePlugin } from '../kit';
import { accountErrors } from './accounts/accounts.errors';
import { accountCapability } from './accounts/capability';
import { byLeasingContactGuard, byLeasingSignInGuard } from './accounts/guards';
import { byLeasingErrors } from './by-leasing.errors';
import { ByLeasingClientResolver } from './by-leasing.resolver';
import { workingDaysBy } from './calendar';
import { byLeasingClauses } from './clauses.generated';
import { documentCapability } from './documents/capability';
import { mikroLeasingRules } from './editions/mikro-leasing';
import { digitalSignaturesCheck } from './evidence/digital-signatures.check';
import { accountEventTypes } from './factors/security-event';
import { identificationCapability } from './identification/capability';
import { mikroLeasing } from './lenders/mikro-leasing';
import { rules } from './rules';
import { serviceCapability } from './service';
import { PUBLISH_TERMS } from './terms/publish-terms.command';
import { validators } from './validators';
import { work } from './work';

/** Leasing at a distance in Belarus: the personal cabinet, identification through MSI, documents in electronic form. */
export const byLeasing = definePlugin({
  id: 'by-leasing',
  jurisdiction: 'by',
  title: { en: 'Leasing, Belarus', ru: 'Лизинг, Беларусь', be: 'Лізінг, Беларусь' },
  coreRange: '^0.1.0',
  legalBasis: [
    'Соглашение об использовании Личного кабинета ИООО «Микро Лизинг», приказ № 236 от 12.05.2026',
    'Закон Республики Беларусь от 30.06.2014 № 165-З',
    'Указ Президента Республики Беларусь от 18.04.2019 № 148',
  ],
  permissions: [
    ...serviceCapability.permissions,
    {
      scope: PUBLISH_TERMS,
      title: { en: 'Publish versions of the agreement', ru: 'Публикация редакций соглашения', be: 'Публікацыя рэдакцый пагаднення' },
      roles: ['OFFICER'],
    },
  ],
  lenders: [mikroLeasing],
  calendars: [workingDaysBy],
  parameters: rules,
  clauses: byLeasingClauses,
  editions: [mikroLeasingRules],
  validators: [...validators, ...documentCapability.validators],
  documents: [...documentCapability.documents, ...serviceCapability.documents],
  lifecycle: documentCapability.lifecycle,
  decisionPolicy: documentCapability.decisionPolicy,
  terms: documentCapability.terms,
  accrual: documentCapability.accrual,
  signing: documentCapability.signing,
  codeOperations: [...documentCapability.codeOperations, ...serviceCapability.codeOperations],
  signatureBlocks: documentCapability.signatureBlocks,
  jobs: [...documentCapability.jobs],
  entities: [
    ...accountCapability.entities,
    ...serviceCapability.entities,
    ...identificationCapability.entities,
    ...documentCapability.entities,
  ],
  migrations: [
    ...accountCapability.migrations,
    ...serviceCapability.migrations,
    ...identificationCapability.migrations,
    ...documentCapability.migrations,
    ...work.migrations,
  ],
  eventTypes: [
    ...accountEventTypes,
    ...serviceCapability.eventTypes,
    ...identificationCapability.eventTypes,
    ...documentCapability.eventTypes,
  ],
  deadlines: [...serviceCapability.deadlines],
  errors: [byLeasingErrors, accountErrors, ...serviceCapability.errors, ...identificationCapability.errors, ...documentCapability.errors],
  resolvers: [
    ByLeasingClientResolver,
    ...accountCapability.resolvers,
    ...serviceCapability.resolvers,
    ...identificationCapability.resolvers,
    ...documentCapability.resolvers,
    ...work.resolvers,
  ],
  signInGuard: byLeasingSignInGuard,
  contactGuard: byLeasingContactGuard,
  nodes: [...serviceCapability.nodes, ...identificationCapability.nodes, ...documentCapability.nodes, ...work.nodes],
  ports: [...serviceCapability.ports, ...identificationCapability.ports, ...documentCapability.ports],
  adapters: [...serviceCapability.adapters, ...identificationCapability.adapters, ...documentCapability.adapters],
  simulators: [...serviceCapability.simulators, ...identificationCapability.simulators, ...documentCapability.simulators],
  httpRoutes: [...identificationCapability.httpRoutes],
  evidenceParts: documentCapability.evidenceParts,
  evidenceChecks: [digitalSignaturesCheck],
  dataCategories: [
    {
      code: 'by-leasing:identity',
      title: {
        en: 'Identity document and identification number',
        ru: 'Документ, удостоверяющий личность, и идентификационный номер',
        be: 'Дакумент, які сведчыць асобу, і ідэнтыфікацыйны нумар',
      },
      sensitive: true,
      basis: 'by-leasing/1/identification',
    },
  ],
});
