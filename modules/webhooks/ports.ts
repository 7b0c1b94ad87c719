import { definePort, type Facts } from '../../schema/base';
import type { ScopedDatabase } from '../database';
import type { EventFilter, EventRow } from '../events';

/** What an endpoint subscribes with, and as whom. */
export interface WebhookSubscription {
  readonly lenderId: string;
  readonly ownerKind: string;
  readonly owner: string;
  /** What the owner held at registration. */
  readonly scopes: readonly string[];
  /** Plugins whose events it is to get; null: those that are on now. */
  readonly plugins: readonly string[] | null;
  readonly locale: string;
  readonly document: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly eventTypes: readonly string[] | null;
}

/** Why a document cannot run for its owner now; the code and facts of a finding. */
export class DocumentProblem extends Error {
  override readonly name = 'DocumentProblem';

  constructor(
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(code);
  }
}

/** A document that may run for its owner, on the graph of this moment. */
export interface OpenedDocument {
  /** Which events it wants. */
  readonly filter: EventFilter;
  /** Plugins whose events exist for the owner now. */
  readonly plugins: ReadonlySet<string>;
  /** Scopes of the fields that it asks for. */
  readonly requiredScopes: readonly string[];
  /** The log as far as the owner may see it. */
  readonly database: ScopedDatabase;
  /**
   * JSON of the result for one event, byte by byte what a stream of the same document carries. Rights and graph are asked again.
   * @throws DocumentProblem
   */
  run(row: EventRow): Promise<string>;
}

/** Runs owners' documents: the same admission and execution that streams have. */
export interface WebhookDocuments {
  /** @throws DocumentProblem, any other error when it cannot be said now */
  open(subscription: WebhookSubscription): Promise<OpenedDocument>;
}

export const webhookDocumentsPort = definePort<WebhookDocuments>('webhooks.documents');
