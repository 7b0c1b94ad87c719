import type { CommandContext } from '../commands';
import { statement } from '../database';
import type { NotificationChannel } from './notification.entity';

/** A message about an application, without its text. */
export interface Notice {
  readonly channel: NotificationChannel;
  readonly queuedAt: Date;
}

const ofApplication = statement<Notice>(
  'notifications_of_application',
  `select channel, queued_at as "queuedAt" from core.notification
   where client_id = $1 and application_id = $2 and kind = $3 and status <> 'FAILED' order by queued_at, id`,
);

/** Messages of a kind about an application that were sent or wait to be, the oldest first. */
export function noticesOf(
  context: CommandContext,
  application: { readonly id: string; readonly clientId: string },
  kind: string,
): Promise<readonly Notice[]> {
  return context.transaction.query(ofApplication, [application.clientId, application.id, kind]);
}
