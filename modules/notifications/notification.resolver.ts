import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs, Scoped, toGlobalId } from '../../schema/base';
import { Client, maskEmail, maskPhone } from '../clients';
import type { GraphContext } from '../commands';
import { type FieldCipher, fieldCipherPort, loader, pageKey, pageLoader, statement } from '../database';
import type { NotificationEntity } from './notification.entity';
import { type Notification, notificationConnection } from './notification.type';
import { fillSecret, notificationAad } from './notification-text';

type NotificationRow = Pick<
  NotificationEntity,
  | 'lenderId'
  | 'id'
  | 'channel'
  | 'kind'
  | 'targetEnc'
  | 'subject'
  | 'textEnc'
  | 'clause'
  | 'status'
  | 'queuedAt'
  | 'sentAt'
  | 'deliveredAt'
  | 'errorCode'
>;

const columns = `lender_id as "lenderId", id, channel, kind, target_enc as "targetEnc", subject, text_enc as "textEnc", clause, status,
  queued_at as "queuedAt", sent_at as "sentAt", delivered_at as "deliveredAt", error_code as "errorCode"`;

/** Pages of clients' messages, the newest first. */
const notificationPages = pageLoader<NotificationRow>({
  name: 'notification_pages',
  columns,
  table: 'core.notification',
  parent: 'client_id',
  at: 'queued_at',
});
const notificationById = loader(
  statement<NotificationRow>('notification_by_id', `select ${columns} from core.notification where id = any($1)`),
  (row) => row.id,
);

@Resolver(() => Client)
export class NotificationResolver {
  @FieldResolver(() => notificationConnection.Connection, { description: 'Messages to the client, newest first (уведомления).' })
  @Scoped('notifications:read')
  notifications(@Root() client: Client, @Args(() => PageArgs) args: PageArgs, @Ctx() context: GraphContext) {
    const cipher = context.ports.get(fieldCipherPort);
    return notificationConnection.page<NotificationRow>(args, {
      order: 'NEWEST_FIRST',
      read: (bound, limit) => context.loaders.list(notificationPages, pageKey(client.rowId, bound, limit)),
      positionOf: (row) => ({ at: row.queuedAt, id: row.id }),
      toNode: (row) => toNotification(cipher, row),
    });
  }
}

/** A message by its row id; null when there is none for this caller. */
export async function loadNotification(context: GraphContext, id: string): Promise<Notification | null> {
  const row = await context.loaders.one(notificationById, id);
  return row ? toNotification(context.ports.get(fieldCipherPort), row) : null;
}

function toNotification(cipher: FieldCipher, row: NotificationRow): Notification {
  const { lenderId, id, channel, targetEnc, textEnc, ...shown } = row;
  const open = (value: Buffer, column: 'target' | 'text') => cipher.decrypt(value, notificationAad(lenderId, id, column)).toString('utf8');
  const target = targetEnc && open(targetEnc, 'target');
  return {
    ...shown,
    __typename: 'Notification',
    id: toGlobalId('Notification', id),
    channel,
    target: target && (channel === 'EMAIL' ? maskEmail(target) : maskPhone(target)),
    text: fillSecret(open(textEnc, 'text'), null),
  };
}
