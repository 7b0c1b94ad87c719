import { createTransport } from 'nodemailer';
import { emailPort, MessageRefused, type MessageSender, type OutgoingMail } from '../../../modules/notifications';
import type { Adapter } from '../../../schema/base';
import { Once } from '../once';
import { type MailSettings, readMailSettings } from './mail-settings';

const CONNECTIONS = 3;
const REMEMBERED = 20_000;
const CONNECTING_MILLISECONDS = 10_000;
/** The dispatcher's lease is a minute: what takes longer is asked for again, so it must have ended by then. */
const SILENCE_MILLISECONDS = 20_000;

/** A mail that the server did not take this time; the reply's own words may repeat the address and are left out. */
class SmtpError extends Error {
  override readonly name = 'SmtpError';

  constructor(readonly code: string) {
    super(`The mail server did not take a message: ${code}.`);
  }
}

export interface SmtpSender extends MessageSender<OutgoingMail> {
  close(): void;
}

/** Sends mail over a pool of SMTP connections, always under TLS, with our id as Message-ID. */
export function smtpSender(settings: MailSettings): SmtpSender {
  const { host, port, tls, user, password, from, dkim } = settings;
  const once = new Once(REMEMBERED);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const transport = createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    maxRequeues: 0,
    host,
    port,
    secure: tls,
    requireTLS: true,
    tls: { minVersion: 'TLSv1.2' },
    auth: { user, pass: password },
    connectionTimeout: CONNECTING_MILLISECONDS,
    greetingTimeout: CONNECTING_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    // Texts are texts: never names of files or addresses to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim ? { dkim } : {}),
  });

  async function carry({ id, to, subject, text }: OutgoingMail): Promise<void> {
    try {
      await transport.sendMail({
        from,
        // An object is one mailbox, whatever its text.
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw asOurs(error as SmtpFailure);
    }
  }

  return {
    send: (message) => once.run(message.id, () => carry(message)),
    close: () => transport.close(),
  };
}

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
}

/** RFC 5321, 4.2.1: 4yz may succeed later, 5yz will not; only where it is about us, and not about the message, somebody can mend it. */
function asOurs({ code, responseCode }: SmtpFailure): Error {
  if (code === 'EAUTH') return new SmtpError('SMTP_SIGN_IN');
  if (code === 'ETLS') return new SmtpError('SMTP_TLS');
  if (!responseCode) return new SmtpError(code === 'ETIMEDOUT' ? 'SMTP_TIMEOUT' : 'SMTP_UNREACHABLE');
  const name = `SMTP_${responseCode}`;
  return responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE') ? new MessageRefused(name) : new SmtpError(name);
}

export const mailAdapter: Adapter<MessageSender<OutgoingMail>> = {
  port: emailPort,
  name: 'smtp',
  simulated: false,
  needs: ['SMTP_URL', 'MAIL_FROM'],
  create({ settings, onStop }) {
    const sender = smtpSender(readMailSettings(settings));
    onStop?.(() => sender.close());
    return sender;
  },
};
