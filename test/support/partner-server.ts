import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { isCallSigned } from '../../modules/partner-calls';
import type { Certificate } from './trusted-certificate';

/** A call that reached the partner and whose signature held. */
export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string;
  // biome-ignore lint/suspicious/noExplicitAny: the body is what the adapter under test wrote.
  readonly body: any;
}

export type Reply = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown } | 'NEVER' | 'HANG_UP';

export interface PartnerServer {
  readonly url: string;
  /** The value of a `…_KEY` setting. */
  readonly key: string;
  readonly calls: ReceivedCall[];
  /** How calls are answered from now on. */
  answer(reply: (call: ReceivedCall, response: ServerResponse) => Reply | Promise<Reply>): void;
  close(): Promise<void>;
}

/** A partner's HTTPS server on this machine that checks signatures as the protocol demands. */
export async function startPartnerServer(certificate: Certificate): Promise<PartnerServer> {
  const secret = randomBytes(32);
  const calls: ReceivedCall[] = [];
  let reply: (call: ReceivedCall, response: ServerResponse) => Reply | Promise<Reply> = () => ({ status: 404, body: {} });
  const server = createServer(certificate, async (request, response) => {
    const call = await receive(request, secret);
    if (call) calls.push(call);
    const answer = call ? await reply(call, response) : { status: 401, body: { reason: 'SIGNATURE' } };
    if (answer === 'NEVER') return;
    if (answer === 'HANG_UP') {
      request.socket.destroy();
      return;
    }
    const { status = 200, headers = {}, body = {} } = answer;
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}/api`,
    key: `own:${secret.toString('base64')}`,
    calls,
    answer: (next) => {
      reply = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function receive(request: IncomingMessage, secret: Buffer): Promise<ReceivedCall | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const header = (name: string) => String(request.headers[name] ?? '');
  const [method, path, idempotencyKey] = [request.method ?? '', request.url ?? '', header('idempotency-key')];
  const timestamp = Number(header('lexgraph-timestamp'));
  const fresh = Math.abs(Date.now() / 1_000 - timestamp) < 300;
  const signed = isCallSigned(secret, { method, path, timestamp, idempotencyKey, body }, header('lexgraph-signature'));
  if (!fresh || !signed || header('lexgraph-key') !== 'own') return null;
  return { method, path: path.replace(/^\/api/, ''), idempotencyKey, body: body ? JSON.parse(body) : null };
}
