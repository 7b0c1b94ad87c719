import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { PDU, Session } from 'smpp';
import { SmppError, statusName } from './smpp-error';
import type { SmsSettings } from './sms-settings';

/** Milliseconds; the tests are less patient. */
export interface SmppTimings {
  /** Between questions whether the other side is still there (SMPP 3.4, enquire_link). */
  readonly enquire: number;
  /** For an answer, and for connecting and binding. */
  readonly answer: number;
  /** A request waits so long for a link. */
  readonly link: number;
  readonly firstPause: number;
  readonly longestPause: number;
}

export const SMPP_TIMINGS: SmppTimings = { enquire: 30_000, answer: 10_000, link: 15_000, firstPause: 1_000, longestPause: 60_000 };

/** Requests that a message centre may make; the library answers what it does not know with generic_nack. */
const ANSWERED = new Set(['deliver_sm', 'data_sm', 'enquire_link', 'unbind', 'unknown']);

type Fields = Readonly<Record<string, unknown>>;

/** A bound session that comes back by itself after every loss, in growing pauses, once it was needed. */
export class SmppLink {
  private bound: Session | null = null;
  private binding: Session | null = null;
  private closed = false;
  private failures = 0;
  private lastFailure = 'SMPP_UNREACHABLE';
  private retry: NodeJS.Timeout | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly settings: SmsSettings,
    private readonly timings: SmppTimings,
    private readonly onDelivery: (pdu: PDU) => void,
  ) {}

  /** Sends a request over the link, first making one where there is none. @throws SmppError */
  async request(command: string, fields: Fields): Promise<PDU> {
    const answer = await this.exchange(await this.session(), new PDU(command, fields));
    if (answer.command_status !== 0) throw new SmppError(statusName(answer.command_status));
    return answer;
  }

  /** Says goodbye and ends the connection. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    for (const wake of this.waiting) wake();
    this.binding?.destroy();
    const session = this.bound;
    if (!session) return;
    await this.exchange(session, new PDU('unbind')).catch(() => undefined);
    session.destroy();
  }

  private async session(): Promise<Session> {
    const end = Date.now() + this.timings.link;
    while (!this.bound) {
      if (this.closed) throw new SmppError('SMPP_CLOSED');
      const left = end - Date.now();
      if (left <= 0) throw new SmppError(this.lastFailure);
      if (!this.binding && !this.retry) void this.connect();
      await this.change(left);
    }
    return this.bound;
  }

  /** Waits until the link is there or lost, or for so long. */
  private change(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
    });
  }

  private async connect(): Promise<void> {
    this.retry = undefined;
    const { host, port, tls, systemId, password, systemType } = this.settings;
    // Names are told to the other side, addresses must not be (RFC 6066, 3); both are checked against the certificate.
    const servername = isIP(host) ? '' : host;
    const socket: Socket = tls ? connectTls({ host, port, servername, minVersion: 'TLSv1.2' }) : connectPlain({ host, port });
    const session = new Session({ socket });
    // Every request that waits for its answer listens for the end of the link.
    session.setMaxListeners(0);
    this.binding = session;
    const lost = new Promise<never>((_resolve, reject) => {
      // The library goes on after an error; a session that was misunderstood once is not one to go on with.
      session.on('error', () => session.destroy());
      session.on('close', () => reject(new SmppError('SMPP_UNREACHABLE')));
    });
    lost.catch(() => this.lose(session));
    session.on('pdu', (pdu: PDU) => this.receive(session, pdu));
    try {
      const fields = { system_id: systemId, password, system_type: systemType, interface_version: 0x34 };
      const answer = await Promise.race([this.exchange(session, new PDU('bind_transceiver', fields)), lost]);
      if (answer.command_status !== 0) throw new SmppError(statusName(answer.command_status));
      this.failures = 0;
      this.binding = null;
      this.bound = session;
      this.enquire(session);
      for (const wake of this.waiting) wake();
    } catch (error) {
      this.lastFailure = (error as SmppError).code;
      session.destroy();
    }
  }

  /** After the end of a session, or of the attempt to have one. */
  private lose(session: Session): void {
    if (this.bound === session) this.bound = null;
    if (this.binding === session) this.binding = null;
    // After a goodbye the next session may be there before the last one's end.
    if (this.bound || this.binding || this.closed || this.retry) return;
    const { firstPause, longestPause } = this.timings;
    const pause = Math.min(firstPause * 2 ** this.failures, longestPause);
    this.failures += 1;
    // Spread, so that many processes do not come back in the same moment.
    this.retry = setTimeout(() => void this.connect(), pause * (0.75 + Math.random() / 2));
    this.retry.unref();
  }

  private enquire(session: Session): void {
    const timer = setInterval(() => {
      this.exchange(session, new PDU('enquire_link')).catch(() => session.destroy());
    }, this.timings.enquire);
    timer.unref();
    session.on('close', () => clearInterval(timer));
  }

  private receive(session: Session, pdu: PDU): void {
    if (!ANSWERED.has(pdu.command)) return;
    session.send(pdu.response());
    if (pdu.command === 'deliver_sm' || pdu.command === 'data_sm') this.onDelivery(pdu);
    if (pdu.command !== 'unbind') return;
    if (this.bound === session) this.bound = null;
    session.close();
  }

  private exchange(session: Session, pdu: PDU): Promise<PDU> {
    return new Promise((resolve, reject) => {
      const lost = () => settle(() => reject(new SmppError('SMPP_UNREACHABLE')));
      const timer = setTimeout(() => settle(() => reject(new SmppError('SMPP_TIMEOUT'))), this.timings.answer);
      const settle = (outcome: () => void) => {
        clearTimeout(timer);
        session.off('close', lost);
        outcome();
      };
      session.on('close', lost);
      if (!session.send(pdu, (answer) => settle(() => resolve(answer)))) lost();
    });
  }
}
