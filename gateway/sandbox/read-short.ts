import type { IncomingMessage } from 'node:http';

const LIMIT = 64;

/** The body of a request that has little to say; empty when it says more. */
export async function readShort(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('latin1');
    if (text.length > LIMIT) return '';
  }
  return text;
}
