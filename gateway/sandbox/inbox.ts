import type { Clock } from '../../modules/calendar';
import { callPort, emailPort, type MessageSender, type OutgoingMail, type OutgoingText, smsPort } from '../../modules/notifications';
import type { Adapter } from '../../schema/base';

/** A message that the sandbox caught instead of sending it. */
export interface CaughtMessage {
  /** `CARD`: what a bank would tell the holder of a card. */
  readonly channel: 'SMS' | 'CALL' | 'EMAIL' | 'CARD';
  readonly id: string;
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly at: string;
}

const KEPT = 500;

/** Catches what would go out by SMS, call or e-mail, so that a person can read it; nothing leaves the machine. */
export class SandboxInbox {
  private readonly caught: CaughtMessage[] = [];

  constructor(private readonly clock: Clock) {}

  /** Messages to an address, or all, the latest first. */
  messages(to?: string): readonly CaughtMessage[] {
    return this.caught.filter((message) => !to || message.to === to).reverse();
  }

  /** The simulators of the three ports. */
  adapters(): Adapter[] {
    const simulator = (channel: CaughtMessage['channel'], port: Adapter['port']): Adapter => ({
      port,
      name: `${channel.toLowerCase()}-inbox`,
      simulated: true,
      create: (): MessageSender<OutgoingText | OutgoingMail> => ({ send: async (message) => this.keep(channel, message) }),
    });
    return [simulator('SMS', smsPort), simulator('CALL', callPort), simulator('EMAIL', emailPort)];
  }

  /** Keeps a message, once under its id. */
  keep(channel: CaughtMessage['channel'], message: OutgoingText | OutgoingMail): void {
    // A message that is sent again after a crash is the same message.
    if (this.caught.some(({ id }) => id === message.id)) return;
    this.caught.push({
      channel,
      id: message.id,
      to: message.to,
      subject: 'subject' in message ? message.subject : null,
      text: message.text,
      at: this.clock.now().toString({ smallestUnit: 'second' }),
    });
    if (this.caught.length > KEPT) this.caught.shift();
  }
}
