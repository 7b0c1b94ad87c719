import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Certificate } from './trusted-certificate';

export interface TakenMail {
  readonly raw: Buffer;
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly mail: Email;
}

export interface MailServer {
  readonly port: number;
  /** The value of a `SMTP_URL` setting. */
  readonly url: string;
  readonly taken: TakenMail[];
  /** How many connections were made. */
  readonly connections: number;
  /** How receivers are answered from now on: null takes the message. */
  answer(reply: (to: string) => SmtpReply | null): void;
  close(): Promise<void>;
}

export interface SmtpReply {
  readonly code: number;
  /** At which step of the conversation. */
  readonly at: 'RCPT' | 'DATA';
}

const PASSWORD = 'p@ss/w?rd';

/** A real SMTP server on this machine that takes mail of one user. */
export async function startMailServer(certificate: Certificate, options: SMTPServerOptions = {}): Promise<MailServer> {
  const taken: TakenMail[] = [];
  let connections = 0;
  let reply: (to: string) => SmtpReply | null = () => null;
  const refusal = ({ code }: SmtpReply) => Object.assign(new Error('refused'), { responseCode: code });
  const server = new SMTPServer({
    ...certificate,
    logger: false,
    // A pool keeps its connections; the server does not wait for their end.
    closeTimeout: 20,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) =>
      username === 'lexgraph' && password === PASSWORD ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) => {
      const answer = reply(address);
      done(answer?.at === 'RCPT' ? refusal(answer) : null);
    },
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
      const raw = Buffer.concat(chunks);
      const { mailFrom, rcptTo } = session.envelope;
      const to = rcptTo.map(({ address }) => address);
      const answer = reply(to[0] ?? '');
      if (answer?.at === 'DATA') return done(refusal(answer));
      taken.push({ raw, from: mailFrom ? mailFrom.address : '', to, secure: session.secure, mail: await PostalMime.parse(raw) });
      done();
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    port,
    url: `${options.secure ? 'smtps' : 'smtp'}://lexgraph:${encodeURIComponent(PASSWORD)}@localhost:${port}`,
    taken,
    get connections() {
      return connections;
    },
    answer: (next) => {
      reply = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
