import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { DOCUMENT } from './document.ts';

/** Subscribers in a process of their own: each has a socket, and checks that it is told of every event once and in order. */
export interface ConnectOrder {
  readonly connect: { readonly url: string; readonly token?: string; readonly subscribers: number };
}

const AT_ONCE = 100;
/** Milliseconds after which messages that did not come are lost. */
const LONGEST_SILENCE = 30_000;

let sockets: WebSocket[] = [];
/** Events that each has been told of. */
let told: number[] = [];
let sample: string | null = null;
let received = 0;
let mistakes = 0;
let waiting: { readonly messages: number; readonly done: () => void } | null = null;

process.on('message', async (order: ConnectOrder | { wait: number } | { disconnect: true } | { ask: string }) => {
  if ('connect' in order) {
    await connectAll(order.connect);
    process.send?.({ connected: sockets.length });
  } else if ('wait' in order) {
    const begin = performance.now();
    await allOf(order.wait);
    process.send?.({ delivered: { messages: received, mistakes, sample, seconds: (performance.now() - begin) / 1000 } });
  } else if ('disconnect' in order) {
    for (const socket of sockets) socket.terminate();
    sockets = [];
    process.send?.({ disconnected: true });
  }
});

/** Waits for so many messages, or until none has come for a long time. */
async function allOf(messages: number): Promise<void> {
  if (received >= messages) return;
  let before = received;
  await new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (received === before) waiting?.done();
      before = received;
    }, LONGEST_SILENCE);
    waiting = {
      messages,
      done: () => {
        clearInterval(watch);
        waiting = null;
        resolve();
      },
    };
  });
}

async function connectAll({ url, token, subscribers }: ConnectOrder['connect']): Promise<void> {
  told = new Array<number>(subscribers).fill(0);
  [received, mistakes, sample] = [0, 0, null];
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(AT_ONCE, subscribers) }, async () => {
      while (next < subscribers) {
        const index = next++;
        sockets.push(await connect(index, url, token));
      }
    }),
  );
}

function connect(index: number, url: string, token?: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
    // As the usual client library names its operations.
    const id = randomUUID();
    socket.on('error', reject);
    socket.on('close', (code, reason) => reject(new Error(`A subscriber was closed: ${code} ${reason}`)));
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', ...(token ? { payload: { authorization: `Bearer ${token}` } } : {}) })),
    );
    socket.on('message', (data: Buffer) => {
      const text = data.toString('latin1');
      if (text.includes('"type":"next"')) return take(index, id, text);
      const { type } = JSON.parse(text);
      if (type === 'ping') socket.send('{"type":"pong"}');
      if (type === 'connection_ack') {
        socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: DOCUMENT } }), () => resolve(socket));
      }
    });
  });
}

function take(index: number, id: string, text: string): void {
  const expected = told[index]!;
  const at = text.indexOf('"n":') + 4;
  // Reading each message as JSON would cost more than sending it: the place of the number and the id are looked at.
  if (Number.parseInt(text.slice(at, at + 9), 10) !== expected || !text.includes(id) || text.includes('"errors"')) mistakes += 1;
  told[index] = expected + 1;
  sample ??= text;
  received += 1;
  if (waiting && received >= waiting.messages) waiting.done();
}
