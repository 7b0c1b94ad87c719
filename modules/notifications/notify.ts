import type { Temporal } from 'temporal-polyfill';
import { readClient } from '../clients';
import { type CommandContext, Refusal } from '../commands';
import { fieldCipherPort, uuidv7 } from '../database';
import { formFinding } from '../rules';
import { type NotificationChannel, NotificationEntity } from './notification.entity';
import { notificationAad, SECRET_PLACE } from './notification-text';

export interface NewNotification {
  /** Null only for somebody who is no client yet. */
  readonly clientId: string | null;
  readonly applicationId?: string | null;
  readonly channel: NotificationChannel;
  /** What it is, for machines: `CONFIRMATION_CODE`, `DECISION`, … */
  readonly kind: string;
  /** Phone or e-mail address in its one form; the client's own, confirmed or not, unless said. */
  readonly to?: string;
  /** Of an e-mail; nothing personal. The lender's name unless said. */
  readonly subject?: string;
  /** In the language of the client. `{secret}` marks the place of the secret. */
  readonly text: string;
  /** Removed from the row when the message was sent or given up. */
  readonly secret?: string;
  /** After this moment it is not sent any more. */
  readonly expiresAt?: Temporal.Instant;
  /** The clause that demands this message. */
  readonly clause?: string;
}

/**
 * Queues a message in the command's transaction: it is sent after the commit, or never if there is none.
 * One for the cabinet is delivered by being readable. Answers its id.
 * @throws Refusal CLIENT_NOT_FOUND, NOTIFICATION_TARGET_MISSING
 */
export async function notify(context: CommandContext, message: NewNotification): Promise<string> {
  const lenderId = context.lender.id;
  const id = uuidv7(context.now.epochMilliseconds);
  const at = new Date(context.now.epochMilliseconds);
  const target = message.channel === 'CABINET' ? null : (message.to ?? (await contactOf(context, message)));
  const cipher = context.ports.get(fieldCipherPort);
  const seal = (value: string, column: 'target' | 'text' | 'secret') => cipher.encrypt(value, notificationAad(lenderId, id, column));
  if (message.secret && !message.text.includes(SECRET_PLACE)) throw new Error(`The text of ${message.kind} has no place for its secret.`);
  await context.transaction.insert(NotificationEntity, {
    lenderId,
    id,
    clientId: message.clientId,
    applicationId: message.applicationId ?? null,
    channel: message.channel,
    kind: message.kind,
    targetEnc: target ? seal(target, 'target') : null,
    subject: message.channel === 'EMAIL' ? (message.subject ?? context.lender.name) : (message.subject ?? null),
    textEnc: seal(message.text, 'text'),
    secretEnc: message.secret ? seal(message.secret, 'secret') : null,
    clause: message.clause ?? null,
    status: message.channel === 'CABINET' ? 'SENT' : 'QUEUED',
    attempts: 0,
    nextAttemptAt: at,
    expiresAt: message.expiresAt ? new Date(message.expiresAt.epochMilliseconds) : null,
    queuedAt: at,
    sentAt: message.channel === 'CABINET' ? at : null,
    errorCode: null,
  });
  return id;
}

async function contactOf(context: CommandContext, message: NewNotification): Promise<string> {
  const client = message.clientId ? await readClient(context, message.clientId) : null;
  const contact = message.channel === 'EMAIL' ? client?.email : client?.phone;
  if (!contact) throw new Refusal([formFinding('NOTIFICATION_TARGET_MISSING', ['input'], { channel: message.channel })]);
  return contact;
}
