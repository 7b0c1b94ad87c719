export { type Notice, noticesOf } from './notices-of-application';
export { type NotificationChannel, NotificationEntity, type NotificationStatus } from './notification.entity';
export { Notification, NotificationChannelEnum, NotificationStatusEnum, notificationConnection } from './notification.type';
export { NotificationDispatcher, type NotificationDispatcherOptions, NotificationSendError } from './notification-dispatcher';
export { SECRET_PLACE } from './notification-text';
export { notificationErrors } from './notifications.errors';
export { notificationsModule } from './notifications.module';
export { type NewNotification, notify } from './notify';
export {
  callPort,
  type DeliveryReceipt,
  emailPort,
  MessageRefused,
  type MessageSender,
  type OutgoingMail,
  type OutgoingText,
  smsPort,
} from './ports';
