import { definePort } from '../../schema/base';

export interface OutgoingText {
  /** Our id of the message; a provider that knows it must not send it twice. */
  readonly id: string;
  /** Phone number in E.164. */
  readonly to: string;
  readonly text: string;
}

export interface OutgoingMail extends Omit<OutgoingText, 'to'> {
  readonly to: string;
  readonly subject: string;
}

/**
 * Carries one message. Resolves when the provider took it; throws otherwise and is asked again.
 * An error's `code` in capitals is kept with the message; nothing else of the error is.
 */
export interface MessageSender<Message> {
  send(message: Message): Promise<void>;
}

/** Short messages (СМС). */
export const smsPort = definePort<MessageSender<OutgoingText>>('notifications.sms');

/** Calls that read a text out (звонок). */
export const callPort = definePort<MessageSender<OutgoingText>>('notifications.call');

/** E-mail. */
export const emailPort = definePort<MessageSender<OutgoingMail>>('notifications.email');
