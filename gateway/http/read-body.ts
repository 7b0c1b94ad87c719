import type { IncomingMessage } from 'node:http';
import { limitErrors } from '../limits';
import { httpErrors } from './http.errors';

/** Reads a body of JSON. @throws CONTENT_TYPE_UNSUPPORTED, REQUEST_TOO_LARGE, BODY_NOT_JSON */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;\s*charset="?utf-?8"?\s*)?$/i.test(type)) throw httpErrors.error('CONTENT_TYPE_UNSUPPORTED');
  const text = await readText(request, limit);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw httpErrors.error('BODY_NOT_JSON');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw httpErrors.error('BODY_NOT_JSON');
  return body as Record<string, unknown>;
}

async function readText(request: IncomingMessage, limit: number): Promise<string> {
  const tooLarge = () => limitErrors.error('REQUEST_TOO_LARGE', { limit });
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
