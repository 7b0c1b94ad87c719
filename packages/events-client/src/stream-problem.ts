/** An error as the gateway formats it. */
export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly lastCursor?: string; readonly facts?: Readonly<Record<string, unknown>> };
}

export interface ProblemFacts {
  readonly cause?: unknown;
  /** Up to where everything was delivered; null where the gateway did not say. */
  readonly lastCursor?: string | null;
  /** Where the gateway says that one may go on; null where it does not. */
  readonly resumeAfter?: string | null;
  /** The gateway wants to be left alone for so long, in milliseconds; null where it does not say. */
  readonly retryAfter?: number | null;
}

/** Why a stream ended or could not begin: a code of the gateway, `HTTP_<status>`, or one of this library's own. */
export class StreamProblem extends Error {
  readonly lastCursor: string | null;
  readonly resumeAfter: string | null;
  readonly retryAfter: number | null;

  constructor(
    readonly code: string,
    message: string,
    { cause, lastCursor = null, resumeAfter = null, retryAfter = null }: ProblemFacts = {},
  ) {
    super(message, { cause });
    this.name = 'StreamProblem';
    this.lastCursor = lastCursor;
    this.resumeAfter = resumeAfter;
    this.retryAfter = retryAfter;
  }

  /** The first error of a result tells why there is no data. */
  static of(errors: readonly GraphError[] | undefined, otherwise: string, retryAfter: number | null = null): StreamProblem {
    const [error] = errors ?? [];
    const { code = otherwise, lastCursor, facts } = error?.extensions ?? {};
    const resumeAfter = typeof facts?.resumeAfter === 'string' ? facts.resumeAfter : null;
    return new StreamProblem(code, error?.message ?? `The gateway answered ${otherwise}.`, { lastCursor, resumeAfter, retryAfter });
  }
}

/** What is done about a problem: again `now` or `later`, on after `resumeAfter`, past the event, or no more. */
export type Reaction = 'now' | 'later' | 'resume' | 'skip' | 'stop';

/** What passes by itself. Whatever else is refused would be refused again: access, the document, the cursor. */
const PASSING = new Set([
  'STREAM_INTERRUPTED',
  'STREAMS_TOO_MANY',
  'IDENTITY_UNAVAILABLE',
  'INTERNAL_ERROR',
  'CONNECTION_LOST',
  'CONNECTION_SILENT',
  'EVENT_UNREADABLE',
  'HANDLER_FAILED',
  'STORE_FAILED',
  'TOKEN_FAILED',
  'HTTP_408',
  'HTTP_425',
  'HTTP_429',
]);
const AT_ONCE = new Set(['SHUTTING_DOWN', 'SLOW_CONSUMER', 'TOKEN_EXPIRED']);
const NEW_TOKEN = new Set(['TOKEN_INVALID', 'UNAUTHENTICATED', 'HTTP_401']);

/** Whether the gateway would take another token. */
export const isTokenRefused = (code: string): boolean => code === 'TOKEN_EXPIRED' || NEW_TOKEN.has(code);

/**
 * What is done when nobody decides otherwise.
 * @param again whether it went wrong before, without an event or a steady stream between
 */
export function reactionTo({ code, resumeAfter }: StreamProblem, again: boolean): Reaction {
  if (AT_ONCE.has(code)) return again ? 'later' : 'now';
  // A second token that is refused as well is no matter of time.
  if (isTokenRefused(code)) return again ? 'stop' : 'now';
  // The restored log holds nothing between this place and what follows; after an expired cursor events are missing: a person decides.
  if (code === 'CURSOR_EPOCH_CHANGED' && resumeAfter) return 'resume';
  return PASSING.has(code) || /^HTTP_5\d\d$/.test(code) ? 'later' : 'stop';
}
