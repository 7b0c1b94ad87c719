import { defineModule } from '../../schema/base';
import { AddDeliveredAt1700000000410 } from './add-delivered-at.migration';
import { CreateNotifications1700000000400 } from './create-notifications.migration';
import { NotificationEntity } from './notification.entity';
import { loadNotification, NotificationResolver } from './notification.resolver';
import { notificationErrors } from './notifications.errors';

export const notificationsModule = defineModule({
  id: 'notifications',
  requires: ['clients'],
  entities: [NotificationEntity],
  migrations: [CreateNotifications1700000000400, AddDeliveredAt1700000000410],
  resolvers: [NotificationResolver],
  errors: [notificationErrors],
  nodes: [{ type: 'Notification', load: loadNotification }],
});
