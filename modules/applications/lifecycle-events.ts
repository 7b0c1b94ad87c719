import type { EventTypeDefinition } from '../../schema/base';

/** Told at every transition, in its transaction. */
export const applicationStatusChangedEvent: EventTypeDefinition = {
  type: 'ApplicationStatusChanged',
  version: 1,
  scope: 'applications:read',
  description: 'An application was made or moved to another state.',
  example: { applicationId: '0199f0a0-0000-7000-8000-000000000001', from: 'SUBMITTED', to: 'IN_REVIEW' },
};

/**
 * Core events that a step in an application's life may emit, its plugin's effects included.
 * Events of the plugin's own types are admitted by the pipeline.
 */
export const lifecycleEvents: readonly string[] = [
  'ApplicationStatusChanged',
  'DecisionMade',
  'DocumentStatusChanged',
  'ContractStatusChanged',
  'TransferStatusChanged',
  'DeadlineStarted',
  'DeadlineMet',
  'DeadlineMissed',
  'DeadlineCancelled',
];
