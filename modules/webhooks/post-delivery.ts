import { type IncomingHttpHeaders, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { readUpTo } from '../partner-calls';
import type { CheckedTarget } from './target-gate';

export interface OutgoingDelivery {
  readonly target: CheckedTarget;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For the whole attempt: connecting, sending, and the answer's first line. */
  readonly timeoutMilliseconds: number;
  /** Ends the attempt from outside. */
  readonly signal: AbortSignal;
}

/** What came of an attempt. `failure` is a code; null for an answer of 2xx. */
export interface DeliveryAnswer {
  readonly status: number | null;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The answer went on after what is kept of it. */
  readonly cut: boolean;
  readonly failure: string | null;
  readonly durationMs: number;
}

const BODY_KEPT = 64 * 1_024;

/** Sends one delivery to an address that was checked; follows no redirect, reads no more than it keeps. Rejects only when ended from outside. */
export async function postDelivery(delivery: OutgoingDelivery): Promise<DeliveryAnswer> {
  const started = performance.now();
  const deadline = AbortSignal.timeout(delivery.timeoutMilliseconds);
  const signal = AbortSignal.any([deadline, delivery.signal]);
  const over = (part: Partial<DeliveryAnswer>): DeliveryAnswer => ({
    status: null,
    headers: {},
    body: Buffer.alloc(0),
    cut: false,
    failure: null,
    durationMs: Math.round(performance.now() - started),
    ...part,
  });
  try {
    const response = await exchange(delivery, signal);
    const { statusCode: status = 0, headers } = response;
    // The status has been told by now: a body that breaks off or drips takes nothing back.
    const { bytes, cut, broken } = await readUpTo(response, BODY_KEPT);
    response.destroy();
    delivery.signal.throwIfAborted();
    return over({ status, headers, body: bytes, cut: cut || broken !== null, failure: failureOf(status) });
  } catch (error) {
    delivery.signal.throwIfAborted();
    return over({ failure: deadline.aborted ? 'TIMEOUT' : codeOf(error) });
  }
}

function exchange({ target, headers, body }: OutgoingDelivery, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, addresses } = target;
  const request = url.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port || undefined,
        method: 'POST',
        path: `${url.pathname}${url.search}`,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        // A connection of its own each time: a kept one would lead to an address that was checked for another attempt.
        agent: false,
        lookup: lookupOf(addresses),
        signal,
        minVersion: 'TLSv1.2',
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Answers what was checked, without asking anybody again. */
function lookupOf(addresses: CheckedTarget['addresses']): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first!.address, first!.family);
  };
}

function failureOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'REDIRECT';
  return `STATUS_${status}`;
}

const CERTIFICATE = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** The system's words may name hosts and addresses: only its code is looked at. */
function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code && CERTIFICATE.test(code) ? 'CERTIFICATE_REFUSED' : 'UNREACHABLE';
}
