import type { GraphQLSchema } from 'graphql';
import { createTargetGate, targetGatePort, webhookDocumentsPort } from '../../modules/webhooks';
import type { Adapter, ErrorDefinition } from '../../schema/base';
import type { Mode } from '../config';
import type { PersistedDocuments } from '../documents';
import { Executor, type Introspection, makeErrorFormatter } from '../executor';
import { Admission, type Route } from '../http';
import { DEFAULT_LIMITS } from '../limits';
import { type DocumentsParts, webhookDocuments } from './documents';
import { webhookKeysRoute } from './keys-route';
import { WebhookWorkers, type WebhookWorkersParts } from './webhook-workers';

export interface WebhookPartsOptions extends WebhookWorkersParts, Omit<DocumentsParts, 'admission' | 'executor' | 'lenders'> {
  readonly mode: Mode;
  readonly introspection: Introspection;
  readonly documents: PersistedDocuments;
  readonly errorDefinitions: readonly ErrorDefinition[];
  /** The derived schema of a lender. */
  schemaFor(lenderId: string | null): GraphQLSchema;
}

/** What webhooks add to a gateway: the ports of their module, their workers, and where their public keys are read. */
export function webhookParts(options: WebhookPartsOptions): {
  readonly adapters: readonly Adapter[];
  readonly workers: WebhookWorkers;
  readonly routes: readonly Route[];
} {
  const { mode, introspection, errorDefinitions, logger, schemaFor, database, clock } = options;
  const formatError = makeErrorFormatter({ definitions: errorDefinitions, logger });
  const executor = new Executor({ limits: DEFAULT_LIMITS, introspection, formatError });
  const admission = new Admission({ executor, limits: DEFAULT_LIMITS, formatError, documents: options.documents, schemaFor });
  const documents = webhookDocuments({ ...options, admission, executor });
  // Nothing that is typed into the sandbox reaches another machine's inside; its own machine is what it is tried with.
  const gate = createTargetGate({ policy: mode === 'production' ? 'PUBLIC' : 'LOOPBACK_TOO' });
  return {
    adapters: [
      { port: webhookDocumentsPort, name: 'documents', simulated: false, create: () => documents },
      { port: targetGatePort, name: 'target-gate', simulated: false, create: () => gate },
    ],
    workers: new WebhookWorkers(options),
    routes: [webhookKeysRoute(database, clock)],
  };
}
