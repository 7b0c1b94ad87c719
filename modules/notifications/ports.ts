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

/** A message that no later attempt would bring through, such as to an address that does not exist. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';

  /** @param code in capitals; kept with the message */
  constructor(readonly code: string) {
    super(`The provider refused the message: ${code}.`);
  }
}

/** What a provider told later of a message that it had taken. */
export interface DeliveryReceipt {
  /** Our id of the message. */
  readonly id: string;
  /** Null: it arrived. Otherwise why it never will, in capitals. */
  readonly failure: string | null;
}

/**
 * Carries one message. Resolves when the provider took it; throws `MessageRefused` when that is final, anything else to be asked again.
 * An error's `code` in capitals is kept with the message; nothing else of the error is.
 */
export interface MessageSender<Message> {
  send(message: Message): Promise<void>;
  /** Where the provider tells whether messages arrived: whom to tell of it. One listener, told after `send` resolved. */
  onReceipt?(listener: (receipt: DeliveryReceipt) => void): void;
}

/** Short messages (СМС). */
export const smsPort = definePort<MessageSender<OutgoingText>>('notifications.sms');

/** Calls that read a text out (звонок). */
export const callPort = definePort<MessageSender<OutgoingText>>('notifications.call');

/** E-mail. */
export const emailPort = definePort<MessageSender<OutgoingMail>>('notifications.email');
