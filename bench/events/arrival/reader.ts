import pg from 'pg';
import WebSocket from 'ws';
import { DOCUMENT } from '../fan-out/document.ts';

/** One reader: of the gateway over a socket, or of PostgreSQL's own notifications. Notes when each event came. */
export type ReadOrder =
  | { readonly subscribe: { readonly url: string; readonly token: string } }
  | { readonly listen: { readonly url: string } }
  | { readonly collect: { readonly count: number } }
  | { readonly leave: true };

let arrivals = new Map<number, string>();
let leave: () => void = () => {};

const note = (n: number): void => {
  arrivals.set(n, String(process.hrtime.bigint()));
};

async function subscribe({ url, token }: { url: string; token: string }): Promise<void> {
  const socket = new WebSocket(url, 'graphql-transport-ws');
  leave = () => socket.terminate();
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })));
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'next') note(message.payload.data.events.payload.n);
      if (message.type !== 'connection_ack') return;
      socket.send(JSON.stringify({ id: 'bench', type: 'subscribe', payload: { query: DOCUMENT } }));
      resolve();
    });
  });
}

async function listen({ url }: { url: string }): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  client.on('notification', ({ payload }) => note(Number(payload)));
  await client.query('listen bench');
  leave = () => void client.end();
}

/** Waits until so many have come, or none more does. */
async function collect(count: number): Promise<void> {
  for (let before = -1; arrivals.size < count && arrivals.size !== before; ) {
    before = arrivals.size;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

process.on('message', async (order: ReadOrder | { ask: string }) => {
  if ('subscribe' in order) {
    await subscribe(order.subscribe);
    process.send?.({ reading: true });
  } else if ('listen' in order) {
    await listen(order.listen);
    process.send?.({ reading: true });
  } else if ('collect' in order) {
    await collect(order.collect.count);
    process.send?.({ arrived: [...arrivals] });
    arrivals = new Map();
  } else if ('leave' in order) {
    leave();
    process.send?.({ left: true });
  }
});
process.send?.({ ready: true });
