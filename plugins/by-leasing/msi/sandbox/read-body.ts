import type { IncomingMessage } from 'node:http';

const LIMIT = 8 * 1024 * 1024;

/** @throws for what is longer than anything sent here */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LIMIT) throw new Error('Too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
