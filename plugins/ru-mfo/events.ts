import type { EventTypeDefinition } from '../../schema/base';
import { changeEventTypes } from './account-request/change-events';
import { addonEventTypes } from './addons/addon-events';
import { registrationEventTypes } from './registration/registration-events';
import { reviewEventTypes } from './review/review-events';

const applicationId = '0199f0a0-0000-7000-8000-000000000001';

/** What this plugin tells beside the core's events; ids, kinds and states only. */
export const eventTypes: readonly EventTypeDefinition[] = [
  ...registrationEventTypes,
  ...reviewEventTypes,
  ...addonEventTypes,
  {
    type: 'RuMfoRegistered',
    version: 1,
    description: 'A person confirmed the requirements, gave consents and registered (регистрация).',
    example: { clientId: '0199f0a0-0000-7000-8000-000000000002', requirementsVersion: '2023-03-13' },
  },
  {
    type: 'RuMfoAssessed',
    version: 1,
    description: 'Identification and solvency of an applicant were assessed (оценка платёжеспособности).',
    example: { applicationId, sources: ['CLIENT_DATA', 'CREDIT_BUREAU'] },
  },
  {
    type: 'RuMfoDemandChanged',
    version: 1,
    description: 'Something was asked of an applicant, or such a demand was closed (требование).',
    example: { applicationId, ruMfoDemandId: '0199f0a0-0000-7000-8000-000000000004', kind: 'INCOME_PROOF', status: 'OPEN' },
  },
  {
    type: 'RuMfoClaimAssigned',
    version: 1,
    description: 'The lender assigned its claim under a contract (уступка прав требования).',
    example: { contractId: '0199f0a0-0000-7000-8000-000000000009', assignedOn: '2026-11-20' },
  },
  {
    type: 'RuMfoBureausAnswered',
    version: 1,
    description: 'The credit bureaus answered an inquiry about an applicant, or refused to (отчёт БКИ).',
    example: { applicationId, state: 'ANSWERED', bureaus: 4 },
  },
  {
    type: 'RuMfoDocumentPublished',
    version: 1,
    description: 'The lender placed a version of a document on its site for everybody to read (размещение на сайте).',
    example: {
      ruMfoPublicationId: '0199f0a0-0000-7000-8000-000000000008',
      kind: 'GENERAL_TERMS',
      version: '2024-01-15',
      effectiveFrom: '2024-01-15',
      edition: null,
    },
  },
  ...changeEventTypes,
  {
    type: 'RuMfoAccountLockChanged',
    version: 1,
    description: 'An account was locked after a report of compromise, or opened again (блокировка личного кабинета).',
    example: { clientId: '0199f0a0-0000-7000-8000-000000000002', locked: true },
  },
];
