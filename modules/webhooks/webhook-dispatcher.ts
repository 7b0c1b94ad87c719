import type { Temporal } from 'temporal-polyfill';
import { coreVersion, type Ports } from '../../schema/base';
import { revokedAccessPort } from '../access';
import type { Clock } from '../calendar';
import { BackgroundLoop, type Database, fieldCipherPort, NO_ROWS, statement } from '../database';
import { openLiveKeys } from './keys';
import { type DeliveryAnswer, postDelivery } from './post-delivery';
import { bodyAad } from './queue-deliveries';
import { type Attempt, settleAttempt, type TakenDelivery } from './settle-attempt';
import { signMessage } from './signature';
import { TargetRefused, targetGatePort } from './target-gate';
import type { DisabledReason } from './webhook.entity';

export interface WebhookDispatcherOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly ports: Ports;
  /** Stops deliveries to an endpoint and tells of it. */
  disable(lenderId: string, input: { readonly webhookId: string; readonly reason: DisabledReason }): Promise<void>;
  onFailure(error: unknown): void;
  /** How long one attempt may take; 15 s unless given. */
  readonly timeoutMilliseconds?: number;
  /** From 0 to 1: what makes pauses differ. */
  readonly random?: () => number;
}

interface Endpoint {
  readonly lenderId: string;
  readonly id: string;
  readonly url: string;
  readonly apiVersion: string;
  readonly owner: string;
}

// A test is sent whatever state the endpoint is in: it is how its owner finds out whether to resume it.
const MAY_GO = (d: string) => `(${d}.kind = 'TEST' or w.status = 'ACTIVE' and w.problem is null)`;

const endpointsDue = statement<Endpoint>(
  'webhook_endpoints_due',
  `select w.lender_id as "lenderId", w.id, w.url, w.api_version as "apiVersion", w.owner from core.webhook w
   where w.status <> 'DELETED' and exists (
     select from core.webhook_delivery d
     where d.lender_id = w.lender_id and d.webhook_id = w.id and d.status = 'DUE' and d.next_attempt_at <= $1 and ${MAY_GO('d')})`,
);

// The lease: while a delivery is being sent, no other process sends it.
const takeDue = statement<TakenDelivery>(
  'webhook_delivery_take_due',
  `update core.webhook_delivery set attempts = attempts + 1, next_attempt_at = $4, first_attempt_at = coalesce(first_attempt_at, $3)
   where (lender_id, id) in (
     select d.lender_id, d.id from core.webhook_delivery d join core.webhook w on w.lender_id = d.lender_id and w.id = d.webhook_id
     where d.lender_id = $1 and d.webhook_id = $2 and d.status = 'DUE' and d.next_attempt_at <= $3 and ${MAY_GO('d')}
     order by d.next_attempt_at limit $5 for update of d skip locked)
   returning lender_id as "lenderId", id, webhook_id as "webhookId", message_id as "messageId", kind, order_key as "orderKey",
     body_enc as "bodyEnc", attempts, first_attempt_at as "firstAttemptAt"`,
);

const giveBack = statement<never>(
  'webhook_delivery_give_back',
  `update core.webhook_delivery set next_attempt_at = $4 where lender_id = $1 and id = $2 and attempts = $3 and status = 'DUE'`,
);

const TIMEOUT_MILLISECONDS = 15_000;
const LEASE_SECONDS = 60;
const POLL_MILLISECONDS = 500;
/** Deliveries of one endpoint, and of all, that one process has under way. */
const AT_ONCE_PER_ENDPOINT = 8;
const AT_ONCE = 256;
const GRACE_MILLISECONDS = 3_000;

/**
 * Sends due deliveries, at least once each, under one id. A round takes and begins; it never waits for an endpoint, of which each
 * has a share of its own, so that a slow one holds up nobody else.
 */
export class WebhookDispatcher extends BackgroundLoop {
  private readonly underWay = new Map<string, number>();
  private readonly sending = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  constructor(private readonly dispatching: WebhookDispatcherOptions) {
    super({ work: () => this.round(), pollMilliseconds: POLL_MILLISECONDS, onFailure: dispatching.onFailure });
  }

  /** Begins what is due now. */
  async round(): Promise<void> {
    const now = this.dispatching.clock.now();
    const endpoints = await this.database.query(endpointsDue, [date(now)]);
    const revoked = this.dispatching.ports.get(revokedAccessPort);
    for (const endpoint of endpoints) {
      // At once, whatever the endpoint's events are like.
      if (revoked.has(endpoint.lenderId, endpoint.owner)) continue;
      const room = Math.min(AT_ONCE_PER_ENDPOINT - (this.underWay.get(endpoint.id) ?? 0), AT_ONCE - this.sending.size);
      if (room <= 0) continue;
      const lease = now.add({ seconds: LEASE_SECONDS });
      const taken = await this.database.query(takeDue, [endpoint.lenderId, endpoint.id, date(now), date(lease), room]);
      for (const delivery of taken) this.begin(endpoint, delivery);
    }
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.sending.size > 0) await Promise.all(this.sending);
  }

  /** Ends after what is under way, which gets a moment; what is broken off then is given back and sent again under the same id. */
  override async stop(): Promise<void> {
    await super.stop();
    const forced = setTimeout(() => this.stopping.abort(), GRACE_MILLISECONDS);
    await this.idle();
    clearTimeout(forced);
  }

  private get database() {
    return this.dispatching.database.scoped(NO_ROWS);
  }

  private begin(endpoint: Endpoint, delivery: TakenDelivery): void {
    const count = (by: number) => void this.underWay.set(endpoint.id, (this.underWay.get(endpoint.id) ?? 0) + by);
    count(1);
    const work = this.deliver(endpoint, delivery)
      .catch((error) => this.dispatching.onFailure(error))
      .finally(() => {
        count(-1);
        if (this.underWay.get(endpoint.id) === 0) this.underWay.delete(endpoint.id);
        this.sending.delete(work);
        this.nudge();
      });
    this.sending.add(work);
  }

  private async deliver(endpoint: Endpoint, delivery: TakenDelivery): Promise<void> {
    const { clock, ports, database, disable, random = Math.random } = this.dispatching;
    const { lenderId, id, attempts } = delivery;
    const at = clock.now();
    const cipher = ports.get(fieldCipherPort);
    try {
      const attempt = await this.attempt(endpoint, delivery, at);
      const reason = await settleAttempt({ database, cipher, random }, delivery, attempt, clock.now());
      if (reason) await disable(lenderId, { webhookId: endpoint.id, reason });
    } catch (error) {
      if (!this.stopping.signal.aborted) throw error;
      await this.database.query(giveBack, [lenderId, id, attempts, date(at)]);
    }
  }

  private async attempt(endpoint: Endpoint, delivery: TakenDelivery, at: Temporal.Instant): Promise<Attempt> {
    const { ports, timeoutMilliseconds = TIMEOUT_MILLISECONDS } = this.dispatching;
    const cipher = ports.get(fieldCipherPort);
    const body = cipher.decrypt(delivery.bodyEnc, bodyAad(delivery.lenderId, delivery.id)).toString('utf8');
    const keys = await openLiveKeys(this.database, cipher, endpoint, at);
    // Deleted meanwhile: nothing leaves unsigned.
    if (keys.length === 0) throw new Error('An endpoint without keys is sent nothing.');
    // The endpoint compares with its own clock, so it is the machine's and not that of the commands.
    const timestamp = Math.floor(Date.now() / 1_000);
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': `Lexgraph-Webhooks/${coreVersion}`,
      'webhook-id': delivery.messageId,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signMessage(keys, { id: delivery.messageId, timestamp, body }),
      'lexgraph-api-version': endpoint.apiVersion,
    };
    const answer = await this.send(endpoint.url, headers, body, timeoutMilliseconds);
    return { at, requestHeaders: headers, answer };
  }

  private async send(url: string, headers: Record<string, string>, body: string, timeoutMilliseconds: number): Promise<DeliveryAnswer> {
    const { signal } = this.stopping;
    const started = performance.now();
    try {
      const target = await this.dispatching.ports.get(targetGatePort).check(url);
      return await postDelivery({ target, headers, body, timeoutMilliseconds, signal });
    } catch (error) {
      if (!(error instanceof TargetRefused)) throw error;
      const durationMs = Math.round(performance.now() - started);
      return { status: null, headers: {}, body: Buffer.alloc(0), cut: false, failure: error.code.replace('WEBHOOK_', ''), durationMs };
    }
  }
}

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);
