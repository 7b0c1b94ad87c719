import type { Facts, Ports } from '../../schema/base';
import type { Clock } from '../calendar';
import type { Database } from '../database';

/** Events that one turn of an endpoint, or of a replay, takes. */
export const FEED_PAGE = 100;

/** Why an endpoint's events wait; null: they flow. */
export interface WebhookProblem {
  readonly code: string;
  readonly facts: Facts;
}

export interface FeedingOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly ports: Ports;
  /** Writes down why an endpoint's events wait, or that they flow again. */
  hold(lenderId: string, input: { readonly webhookId: string; readonly problem: WebhookProblem | null }): Promise<void>;
  /** Called when deliveries were queued. */
  onQueued(): void;
  onFailure(error: unknown): void;
}
