import type { Temporal } from 'temporal-polyfill';
import type { Ports } from '../../schema/base';
import type { Clock } from '../calendar';
import { BackgroundLoop, type Database, fieldCipherPort, NO_ROWS, type Statement, statement } from '../database';
import type { NotificationChannel } from './notification.entity';
import { fillSecret, notificationAad } from './notification-text';
import { callPort, type DeliveryReceipt, emailPort, MessageRefused, type MessageSender, type OutgoingText, smsPort } from './ports';

interface DueNotification {
  readonly lenderId: string;
  readonly id: string;
  readonly channel: Exclude<NotificationChannel, 'CABINET'>;
  readonly targetEnc: Buffer;
  readonly subject: string | null;
  readonly textEnc: Buffer;
  readonly secretEnc: Buffer | null;
  readonly attempts: number;
  readonly expiresAt: Date | null;
}

// The lease: while a provider is being asked, no other process sends the same message.
const takeDue = statement<DueNotification>(
  'notification_take_due',
  `update core.notification set attempts = attempts + 1, next_attempt_at = $2
   where (lender_id, id) in (
     select lender_id, id from core.notification where status = 'QUEUED' and next_attempt_at <= $1
     order by next_attempt_at limit $3 for update skip locked)
   returning lender_id as "lenderId", id, channel, target_enc as "targetEnc", subject, text_enc as "textEnc",
     secret_enc as "secretEnc", attempts, expires_at as "expiresAt"`,
);
const markSent = statement<never>(
  'notification_sent',
  `update core.notification set status = 'SENT', sent_at = $3, secret_enc = null, error_code = null
   where lender_id = $1 and id = $2 and status = 'QUEUED'`,
);
// A receipt may overtake the note that the message was taken, and stands.
const markUndelivered = statement<never>(
  'notification_undelivered',
  `update core.notification set status = 'FAILED', secret_enc = null, error_code = $3
   where lender_id = $1 and id = $2 and status in ('QUEUED', 'SENT')`,
);
const markDelivered = statement<never>(
  'notification_delivered',
  `update core.notification set delivered_at = $3 where lender_id = $1 and id = $2 and status in ('QUEUED', 'SENT')`,
);
const markFailed = statement<never>(
  'notification_failed',
  `update core.notification set status = 'FAILED', secret_enc = null, error_code = $3 where lender_id = $1 and id = $2`,
);
const markWaiting = statement<never>(
  'notification_waiting',
  'update core.notification set next_attempt_at = $3, error_code = $4 where lender_id = $1 and id = $2',
);

const BATCH = 20;
const LEASE_SECONDS = 60;
const MAX_ATTEMPTS = 10;
const LONGEST_WAIT_SECONDS = 900;
const POLL_MILLISECONDS = 1_000;
/** Messages whose receipts this process can still place. */
const AWAITED_RECEIPTS = 50_000;

export interface NotificationDispatcherOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly ports: Ports;
  /** Told of failed attempts, without the provider's words: they may repeat a phone number. */
  onFailure(error: unknown): void;
}

/** A message that a provider did not take; holds nothing personal. */
export class NotificationSendError extends Error {
  override readonly name = 'NotificationSendError';

  constructor(
    readonly notificationId: string,
    readonly code: string,
    readonly attempt: number,
  ) {
    super(`Message ${notificationId} was not sent at attempt ${attempt}: ${code}.`);
  }
}

/** Sends queued messages through the ports, at least once each, with growing pauses after failures. */
export class NotificationDispatcher extends BackgroundLoop {
  private readonly heard = new WeakSet<MessageSender<never>>();
  private readonly lenderOf = new Map<string, string>();

  constructor(private readonly sending: NotificationDispatcherOptions) {
    super({ work: () => this.drain(), pollMilliseconds: POLL_MILLISECONDS, onFailure: sending.onFailure });
  }

  /** Sends what is due now. */
  async drain(): Promise<void> {
    for (;;) {
      const now = this.sending.clock.now();
      const lease = now.add({ seconds: LEASE_SECONDS });
      const due = await this.query(takeDue, [date(now), date(lease), BATCH]);
      await Promise.all(due.map((message) => this.attempt(message, now)));
      if (due.length < BATCH) return;
    }
  }

  private async attempt(message: DueNotification, now: Temporal.Instant): Promise<void> {
    const { lenderId, id, attempts, expiresAt } = message;
    if (expiresAt && expiresAt.getTime() <= now.epochMilliseconds) {
      await this.query(markFailed, [lenderId, id, 'EXPIRED']);
      return;
    }
    try {
      await this.send(message);
    } catch (error) {
      const code = codeOf(error);
      const wait = Math.min(2 ** (attempts - 1), LONGEST_WAIT_SECONDS);
      if (attempts >= MAX_ATTEMPTS || error instanceof MessageRefused) await this.query(markFailed, [lenderId, id, code]);
      else await this.query(markWaiting, [lenderId, id, date(now.add({ seconds: wait })), code]);
      this.sending.onFailure(new NotificationSendError(id, code, attempts));
      return;
    }
    await this.query(markSent, [lenderId, id, date(this.sending.clock.now())]);
  }

  private async send(message: DueNotification): Promise<void> {
    const { lenderId, id, channel } = message;
    const { ports } = this.sending;
    const open = (value: Buffer, column: 'target' | 'text' | 'secret') =>
      ports
        .get(fieldCipherPort)
        .decrypt(value, notificationAad(lenderId, id, column))
        .toString('utf8');
    const to = open(message.targetEnc, 'target');
    const text = fillSecret(open(message.textEnc, 'text'), message.secretEnc && open(message.secretEnc, 'secret'));
    if (channel === 'EMAIL') return ports.get(emailPort).send({ id, to, text, subject: message.subject ?? '' });
    const sender = ports.get(channel === 'SMS' ? smsPort : callPort);
    this.awaitReceipt(sender, lenderId, id);
    await sender.send({ id, to, text });
  }

  private awaitReceipt(sender: MessageSender<OutgoingText>, lenderId: string, id: string): void {
    if (!sender.onReceipt) return;
    this.lenderOf.set(id, lenderId);
    const [oldest] = this.lenderOf.keys();
    if (oldest && this.lenderOf.size > AWAITED_RECEIPTS) this.lenderOf.delete(oldest);
    if (this.heard.has(sender)) return;
    this.heard.add(sender);
    sender.onReceipt((receipt) => void this.book(receipt).catch((error) => this.sending.onFailure(error)));
  }

  private async book({ id, failure }: DeliveryReceipt): Promise<void> {
    const lenderId = this.lenderOf.get(id);
    this.lenderOf.delete(id);
    if (!lenderId) return;
    if (failure) await this.query(markUndelivered, [lenderId, id, failure]);
    else await this.query(markDelivered, [lenderId, id, date(this.sending.clock.now())]);
  }

  private query<Row>(query: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
    return this.sending.database.scoped(NO_ROWS).query(query, values);
  }
}

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);

/** A provider's code where it looks like one: its message may repeat the number or the text. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,39}$/.test(code) ? code : 'DELIVERY_FAILED';
}
