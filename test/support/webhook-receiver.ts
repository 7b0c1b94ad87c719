import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './trusted-certificate';

/** A delivery as it reached the partner, byte by byte. */
export interface ReceivedDelivery {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The envelope. */
  // biome-ignore lint/suspicious/noExplicitAny: what stands in it is what the test asks.
  readonly body: any;
  readonly at: number;
}

export type Answering = (delivery: ReceivedDelivery, response: ServerResponse) => void | Promise<void>;

export interface WebhookReceiver {
  readonly url: string;
  readonly received: ReceivedDelivery[];
  /** How deliveries are answered from now on; 204 at first. */
  answer(answering: Answering): void;
  close(): Promise<void>;
}

/** Answers that a partner may give. */
export const answers = {
  status:
    (status: number, headers: Record<string, string> = {}, body = ''): Answering =>
    (_delivery, response) =>
      void response.writeHead(status, headers).end(body),
  never: (() => {}) satisfies Answering,
  late:
    (milliseconds: number): Answering =>
    (_delivery, response) =>
      void setTimeout(() => response.writeHead(200).end('late'), milliseconds),
};

/** A partner's own server on this machine: over HTTPS with a certificate, else over HTTP. */
export async function startWebhookReceiver(certificate?: Certificate): Promise<WebhookReceiver> {
  const received: ReceivedDelivery[] = [];
  let answering: Answering = answers.status(204);
  const listener: RequestListener = async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const delivery = { path: request.url ?? '', headers: request.headers, text, body: JSON.parse(text), at: performance.now() };
    received.push(delivery);
    await answering(delivery, response);
  };
  const server = certificate ? createHttpsServer(certificate, listener) : createHttpServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${certificate ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answer: (next) => {
      answering = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
