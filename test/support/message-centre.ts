import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, PDU, type Session } from 'smpp';
import type { Certificate } from './trusted-certificate';

/** A short message as the operator took it. */
export interface TakenPart {
  readonly id: string;
  readonly pdu: PDU;
  readonly session: Session;
}

/** What a request is answered with: a status (0: taken), or nothing at all. */
export type CentreAnswer = number | 'NEVER';

export interface MessageCentre {
  readonly port: number;
  /** The value of a `SMS_URL` setting; without a certificate it says that the channel is private. */
  url(options?: string): string;
  readonly binds: PDU[];
  readonly taken: TakenPart[];
  readonly sessions: Session[];
  /** Texts by receiver, long ones joined as a phone joins them. */
  texts(to: string): string[];
  /** How requests of one command are answered from now on. */
  answer(command: string, answer: (pdu: PDU) => CentreAnswer): void;
  /** Sends a delivery receipt and waits until it is acknowledged. */
  receipt(part: TakenPart, fields: { readonly stat: string } | { readonly messageState: number }): Promise<void>;
  /** Called with every part as soon as it was answered for. */
  onTaken: ((part: TakenPart) => void) | null;
  /** Breaks all connections. */
  cut(): void;
  close(): Promise<void>;
}

export const SYSTEM_ID = 'lexgraph';
export const PASSWORD = 'p@ss/w?rd';
const RECEIPT = 0x04;

/** An operator's message centre on this machine: the library's own SMPP server. */
export async function startMessageCentre(certificate?: Certificate): Promise<MessageCentre> {
  const answers = new Map<string, (pdu: PDU) => CentreAnswer>();
  const sessions = new Set<Session>();
  const taken: TakenPart[] = [];
  const binds: PDU[] = [];
  const server = createServer({ ...certificate }, (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    session.on('error', () => session.destroy());
    session.on('pdu', (pdu: PDU) => {
      if (pdu.isResponse()) return;
      const status = answers.get(pdu.command)?.(pdu) ?? (pdu.command === 'bind_transceiver' ? bindStatus(pdu) : 0);
      if (pdu.command === 'bind_transceiver') binds.push(pdu);
      if (status === 'NEVER') return;
      const id = pdu.command === 'submit_sm' && status === 0 ? `m${taken.length + 1}` : undefined;
      const part = id && { id, pdu, session };
      if (part) taken.push(part);
      session.send(pdu.response({ command_status: status, ...(id ? { message_id: id } : {}) }));
      if (part) centre.onTaken?.(part);
      if (pdu.command === 'unbind') session.close();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const centre: MessageCentre = {
    port,
    url: (options = 'source=Acme') =>
      `${certificate ? 'smpps' : 'smpp'}://${SYSTEM_ID}:${encodeURIComponent(PASSWORD)}@localhost:${port}?${options}${certificate ? '' : '&plain=private'}`,
    binds,
    taken,
    get sessions() {
      return [...sessions];
    },
    texts: (to) => textsOf(taken.filter(({ pdu }) => pdu.destination_addr === to.replace('+', '')).map(({ pdu }) => pdu)),
    answer: (command, answer) => void answers.set(command, answer),
    receipt: ({ id, session }, fields) =>
      new Promise((resolve) => {
        const about =
          'stat' in fields
            ? { short_message: `id:${id} sub:001 dlvrd:001 stat:${fields.stat} err:000 text:` }
            : { receipted_message_id: id, message_state: fields.messageState };
        session.send(new PDU('deliver_sm', { esm_class: RECEIPT, ...about }), () => resolve());
      }),
    onTaken: null,
    cut: () => {
      for (const session of sessions) session.destroy();
    },
    async close() {
      centre.cut();
      server.close();
      await once(server, 'close');
    },
  };
  return centre;
}

const INVALID_PASSWORD = 0x0e;
const bindStatus = ({ system_id, password }: PDU) => (system_id === SYSTEM_ID && password === PASSWORD ? 0 : INVALID_PASSWORD);

function textsOf(pdus: readonly PDU[]): string[] {
  const texts: string[] = [];
  const open = new Map<number, string[]>();
  for (const { short_message, message_payload } of pdus) {
    const message = String(message_payload?.message ?? short_message?.message ?? '');
    const [element] = short_message?.udh ?? [];
    if (!element) {
      texts.push(message);
      continue;
    }
    // 3GPP TS 23.040, 9.2.3.24.1: element 0, three octets: reference, parts in all, this part's number.
    const [, , reference = 0, count = 0, number = 0] = element;
    const pieces = open.get(reference) ?? [];
    open.set(reference, pieces);
    pieces[number - 1] = message;
    if (pieces.filter((piece) => piece !== undefined).length < count) continue;
    open.delete(reference);
    texts.push(pieces.join(''));
  }
  return texts;
}
