import type { IncomingMessage } from 'node:http';

/** The beginning of an answer's body. */
export interface BodyBeginning {
  readonly bytes: Buffer;
  /** There was more than the limit. */
  readonly cut: boolean;
  /** Why it ended before its end; null: it did not. */
  readonly broken: unknown;
}

/** Reads a body up to a limit and no further, whatever the other side goes on sending; the connection is given up with it. */
export async function readUpTo(response: IncomingMessage, limit: number): Promise<BodyBeginning> {
  const chunks: Buffer[] = [];
  let size = 0;
  let broken: unknown = null;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) break;
    }
  } catch (error) {
    broken = error ?? new Error('The body broke off.');
  }
  return { bytes: Buffer.concat(chunks).subarray(0, limit), cut: size > limit, broken };
}
