import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { PartnerCallError } from './partner-call-error';
import type { PartnerSettings } from './partner-settings';
import { readUpTo } from './read-up-to';
import { signCall } from './signature';

export interface PartnerClientOptions extends PartnerSettings {
  /** Who is called, for error messages. */
  readonly partner: string;
  /** Whole milliseconds that a call may take, connecting and reading included. */
  readonly timeoutMilliseconds?: number;
  /** Bytes that an answer may have. */
  readonly answerLimit?: number;
}

export interface PartnerAnswer {
  readonly status: number;
  /** The JSON object that came. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Signed JSON over HTTPS: follows no redirects, waits and reads within limits, tells no more of a failure than a code. */
export interface PartnerClient {
  /**
   * Asks for something to be done once.
   * @throws PartnerCallError for no answer, a status other than 2xx, 404, 409 and 422, and answers that are no JSON object
   */
  post(path: string, body: object, idempotencyKey: string): Promise<PartnerAnswer>;
  /** Asks what there is. @throws PartnerCallError as `post` */
  get(path: string): Promise<PartnerAnswer>;
  close(): void;
}

const TIMEOUT_MILLISECONDS = 10_000;
const ANSWER_LIMIT = 256 * 1024;
const CONNECTIONS = 20;
/** Statuses beside 2xx that answer the question itself: not there, asked otherwise before, not to be done. */
const SPEAKING = new Set([404, 409, 422]);

export function createPartnerClient(options: PartnerClientOptions): PartnerClient {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS, minVersion: 'TLSv1.2' });
  const call = async (method: 'GET' | 'POST', path: string, body: string, idempotencyKey: string) => {
    try {
      return await exchange(options, agent, method, path, body, idempotencyKey);
    } catch (error) {
      // A kept connection that the partner had closed meanwhile: every call can be repeated under its key.
      if (error instanceof StaleConnection) return exchange(options, agent, method, path, body, idempotencyKey);
      throw error;
    }
  };
  return Object.freeze({
    post: (path: string, body: object, idempotencyKey: string) => call('POST', path, JSON.stringify(body), idempotencyKey),
    get: (path: string) => call('GET', path, '', ''),
    close: () => agent.destroy(),
  });
}

class StaleConnection extends PartnerCallError {}

function exchange(
  options: PartnerClientOptions,
  agent: Agent,
  method: 'GET' | 'POST',
  path: string,
  body: string,
  idempotencyKey: string,
): Promise<PartnerAnswer> {
  const { url, keyId, secret, partner } = options;
  const fullPath = `${url.pathname.replace(/\/$/, '')}${path}`;
  // The partner compares with its own clock, so it is the machine's and not that of the commands.
  const timestamp = Math.floor(Date.now() / 1_000);
  const signature = signCall(secret, { method, path: fullPath, timestamp, idempotencyKey, body });
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS);
    const outgoing: ClientRequest = request(
      {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port || 443,
        method,
        path: fullPath,
        agent,
        signal,
        headers: {
          accept: 'application/json',
          'lexgraph-key': keyId,
          'lexgraph-timestamp': timestamp,
          'lexgraph-signature': signature,
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
          ...(body ? { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) } : {}),
        },
      },
      (response) => readAnswer(response, options).then(resolve, (error) => reject(known(error))),
    );
    const known = (error: unknown): PartnerCallError => {
      if (error instanceof PartnerCallError) return error;
      if (signal.aborted) return new PartnerCallError(partner, 'PARTNER_TIMEOUT');
      const stale = outgoing.reusedSocket && (error as NodeJS.ErrnoException).code === 'ECONNRESET';
      return new (stale ? StaleConnection : PartnerCallError)(partner, 'PARTNER_UNREACHABLE');
    };
    outgoing.on('error', (error) => reject(known(error)));
    outgoing.end(body);
  });
}

async function readAnswer(
  response: IncomingMessage,
  { partner, answerLimit = ANSWER_LIMIT }: PartnerClientOptions,
): Promise<PartnerAnswer> {
  const { statusCode: status = 0 } = response;
  const refuse = (code: PartnerCallError['code']) => {
    response.destroy();
    return new PartnerCallError(partner, code);
  };
  if (status >= 300 && status < 400) throw refuse('PARTNER_REDIRECTS');
  if ((status < 200 || status >= 300) && !SPEAKING.has(status)) throw refuse(`PARTNER_STATUS_${status}`);
  const { bytes, cut, broken } = await readUpTo(response, answerLimit);
  if (broken) throw broken;
  if (cut) throw refuse('PARTNER_ANSWER_TOO_LARGE');
  return { status, body: parseObject(bytes, partner) };
}

function parseObject(bytes: Buffer, partner: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new PartnerCallError(partner, 'PARTNER_ANSWER_MALFORMED');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PartnerCallError(partner, 'PARTNER_ANSWER_MALFORMED');
  return value as Record<string, unknown>;
}
