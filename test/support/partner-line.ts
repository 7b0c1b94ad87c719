import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The line between a partner and a gateway: it can be cut, and led to another gateway. */
export interface PartnerLine {
  readonly url: string;
  /** Connections that were made so far. */
  readonly made: number;
  /** Cuts every connection without a word; new ones go on being made. */
  cut(): void;
  /** Leads there from now on; what is open is cut. */
  leadTo(url: string): void;
  close(): Promise<void>;
}

/** Lays a line to a gateway. */
export async function layLine(url: string): Promise<PartnerLine> {
  const sockets = new Set<Socket>();
  let target = new URL(url);
  let made = 0;
  const server = createServer((near) => {
    made++;
    const far = connect(Number(target.port), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get made() {
      return made;
    },
    cut,
    leadTo: (other) => {
      target = new URL(other);
      // What is kept open between two requests would lead to where it always led.
      cut();
    },
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
