import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a signature covers. */
export interface SignedCall {
  readonly method: string;
  /** Path and query, as sent. */
  readonly path: string;
  /** Unix seconds. */
  readonly timestamp: number;
  /** Empty for a question that changes nothing. */
  readonly idempotencyKey: string;
  readonly body: string;
}

/** HMAC-SHA256 over method, path, time, key and the body's digest, one per line; base64. */
export function signCall(secret: Buffer, { method, path, timestamp, idempotencyKey, body }: SignedCall): string {
  const digest = createHash('sha256').update(body, 'utf8').digest('hex');
  return createHmac('sha256', secret).update([method, path, timestamp, idempotencyKey, digest].join('\n'), 'utf8').digest('base64');
}

/** The other side's check, in constant time. */
export function isCallSigned(secret: Buffer, call: SignedCall, signature: string): boolean {
  const [expected, given] = [Buffer.from(signCall(secret, call)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
