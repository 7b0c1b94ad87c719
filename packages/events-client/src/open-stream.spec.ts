import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStream, type StreamResult } from './open-stream.ts';

let server: Server;
let url: string;
let answer: RequestListener;

beforeAll(async () => {
  server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const request = (more: Partial<Parameters<typeof openStream>[0]> = {}) =>
  openStream({ url, headers: {}, body: { query: 'subscription { x }' }, signal: new AbortController().signal, silence: 5_000, ...more });

async function all(results: AsyncIterable<StreamResult>): Promise<StreamResult[]> {
  const found: StreamResult[] = [];
  for await (const result of results) found.push(result);
  return found;
}

const stream =
  (...chunks: (string | Buffer)[]): RequestListener =>
  async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    for (const chunk of chunks) {
      response.write(chunk);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    response.end();
  };
const next = (result: unknown) => `event: next\ndata: ${JSON.stringify(result)}\n\n`;
const COMPLETE = 'event: complete\ndata: \n\n';

it('results come one after the other, however the bytes are cut', async () => {
  const results = [{ data: { name: 'Пример' } }, { data: { name: '😀' } }];
  const bytes = Buffer.from(`:\n\n${results.map(next).join('')}${COMPLETE}`);
  answer = stream(...Array.from(bytes, (byte) => Buffer.of(byte)));
  expect(await all(request())).toEqual(results);
});

it('a stream that ends without its last word is a lost connection', async () => {
  answer = stream(next({ data: {} }));
  await expect(all(request())).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
});

it('a connection that falls silent is lost, one that shows signs of life is not', async () => {
  answer = (_request, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
  await expect(all(request({ silence: 50 }))).rejects.toMatchObject({ code: 'CONNECTION_SILENT' });
  answer = stream(...Array.from({ length: 30 }, () => ':\n\n'), COMPLETE);
  expect(await all(request({ silence: 100 }))).toEqual([]);
});

it.each([
  [401, '{"errors":[{"message":"Expired.","extensions":{"code":"TOKEN_EXPIRED"}}]}', {}, { code: 'TOKEN_EXPIRED', message: 'Expired.' }],
  [502, '<html>', {}, { code: 'HTTP_502' }],
  [429, '', { 'retry-after': '7' }, { code: 'HTTP_429', retryAfter: 7_000 }],
  [200, '{"data":{}}', {}, { code: 'HTTP_200' }],
] as const)('an answer of %s with %j is a refusal', async (status, body, headers, refusal) => {
  answer = (_request, response) => void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  await expect(all(request())).rejects.toMatchObject(refusal);
});

it('while a result is handled no more is read than the connection holds by itself', async () => {
  let written = 0;
  let full = false;
  const message = next({ data: { text: 'x'.repeat(100_000) } });
  answer = async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    while (!full && written < 2_000) {
      written++;
      if (!response.write(message)) {
        const drained = await Promise.race([once(response, 'drain'), new Promise((resolve) => setTimeout(() => resolve(null), 500))]);
        full = drained === null;
      }
    }
    response.end(COMPLETE);
  };
  let taken = 0;
  for await (const _ of request()) {
    if (++taken > 1) continue;
    while (!full) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(written).toBeLessThan(300);
  }
  expect(taken).toBe(written);
});

it('a message without end is not kept for ever', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`event: next\ndata: ${'x'.repeat(17_000_000)}`);
  };
  await expect(all(request())).rejects.toMatchObject({ code: 'MESSAGE_TOO_LONG' });
});
