import { CursorConflict } from './cursor-store.ts';
import type { SubscriptionShape } from './document.ts';
import { openStream, type StreamResult } from './open-stream.ts';
import { isTokenRefused, type Reaction, reactionTo, StreamProblem } from './stream-problem.ts';
import type { ReceivedEvent, SubscribeOptions } from './subscribe.ts';

const PAUSES = { first: 500, most: 30_000 };
const SILENCE = 45_000;
/** A stream that stood for so long was steady: what ends it is a new matter. */
const STEADY = 10_000;

const END_OF_LOG = 'query { eventsEnd }';

/** One subscription from its first connection to its end. */
export class EventReader<Data, Transaction> {
  private readonly closing = new AbortController();
  private cursor: string | null = null;
  private attempts = 0;
  private token: string | null = null;
  private refused: string | null = null;
  private ended: StreamProblem | null = null;

  constructor(
    private readonly options: SubscribeOptions<Data, Transaction>,
    private readonly shape: SubscriptionShape,
  ) {
    if (options.signal?.aborted) this.close();
    options.signal?.addEventListener('abort', () => this.close(), { once: true, signal: this.closing.signal });
  }

  close(): void {
    this.closing.abort();
  }

  private get isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  async run(): Promise<void> {
    try {
      while (!this.isClosed) {
        const opened = Date.now();
        try {
          await this.begin();
          await this.listen();
        } catch (error) {
          if (error === this.ended) throw error;
          if (this.isClosed) return;
          if (Date.now() - opened > STEADY) this.settle();
          await this.react(asProblem(error));
        }
      }
    } finally {
      this.close();
    }
  }

  /** The place is kept before the first event is awaited: what happens until then is not missed, whatever breaks. */
  private async begin(): Promise<void> {
    if (this.cursor !== null) return;
    const { store, from } = this.options;
    const kept = await stored(store.load());
    if (kept === null) {
      const to = from ?? (await this.endOfLog());
      await stored(store.advance({ from: null, to }, async () => {}));
      this.cursor = to;
    } else this.cursor = kept;
  }

  private async endOfLog(): Promise<string> {
    for await (const { data, errors } of await this.open({ query: END_OF_LOG })) {
      if (typeof data?.eventsEnd === 'string') return data.eventsEnd;
      throw StreamProblem.of(errors, 'EVENT_UNREADABLE');
    }
    throw new StreamProblem('CONNECTION_LOST', 'The gateway did not say where the log ends.');
  }

  private async listen(): Promise<void> {
    const { query, operationName, variables } = this.options;
    const results = await this.open({ query, operationName, variables: { ...variables, [this.shape.after]: this.cursor } });
    for await (const result of results) {
      if (result.data === undefined) throw await this.ending(result);
      await this.handle(this.eventOf(result));
      if (this.isClosed) return;
    }
    throw new StreamProblem('CONNECTION_LOST', 'The stream completed without saying why.');
  }

  private async open(body: Parameters<typeof openStream>[0]['body']) {
    const { url, token, lender, silence = SILENCE } = this.options;
    try {
      this.token = await token(this.refused);
    } catch (cause) {
      throw new StreamProblem('TOKEN_FAILED', 'There is no token.', { cause });
    }
    const headers = { authorization: `Bearer ${this.token}`, ...(lender ? { 'lexgraph-lender': lender } : {}) };
    return openStream({ url, headers, body, signal: this.closing.signal, silence });
  }

  /** Everything before the last word was handled: where it names a later place, that is kept, so that a quiet reader's cursor does not expire. */
  private async ending({ errors }: StreamResult): Promise<StreamProblem> {
    const problem = StreamProblem.of(errors, 'EVENT_UNREADABLE');
    if (problem.lastCursor) await this.moveTo(problem.lastCursor);
    return problem;
  }

  private async moveTo(to: string): Promise<void> {
    if (to === this.cursor) return;
    await stored(this.options.store.advance({ from: this.cursor, to }, async () => {}));
    this.cursor = to;
  }

  private eventOf({ data, errors = [] }: StreamResult): ReceivedEvent<Data> {
    const [field, key] = this.shape.path;
    const cursor = (data?.[field] as Record<string, unknown> | null | undefined)?.[key];
    // Nothing may be acknowledged that was not seen, nor passed over.
    if (typeof cursor !== 'string') throw new StreamProblem('EVENT_UNREADABLE', errors[0]?.message ?? 'A result holds no cursor.');
    return { data: data as Data, errors, cursor };
  }

  /** Until it is handled and kept, or the subscription ends. */
  private async handle(event: ReceivedEvent<Data>): Promise<void> {
    if (event.cursor === this.cursor) return;
    this.settle();
    let work = async (transaction: Transaction) => {
      try {
        await this.options.onEvent(event, { transaction, signal: this.closing.signal });
      } catch (cause) {
        throw new StreamProblem('HANDLER_FAILED', cause instanceof Error ? cause.message : 'The handler failed.', { cause });
      }
    };
    while (!this.isClosed) {
      try {
        const wasKept = this.attempts > 0 && (await this.wasKept(event));
        if (!wasKept) await stored(this.options.store.advance({ from: this.cursor, to: event.cursor }, work));
        this.cursor = event.cursor;
        return this.settle();
      } catch (error) {
        const reaction = await this.react(asProblem(error), event);
        if (reaction === 'skip') work = async () => {};
      }
    }
  }

  /** After a failure nobody knows whether the cursor was kept: an answer may have been lost on its way. */
  private async wasKept({ cursor }: ReceivedEvent<Data>): Promise<boolean> {
    const kept = await stored(this.options.store.load());
    if (kept !== cursor && kept !== this.cursor) throw new CursorConflict(String(kept));
    return kept === cursor;
  }

  /** Whatever goes wrong next is a new matter. */
  private settle(): void {
    this.attempts = 0;
    this.refused = null;
  }

  /** Does what is planned or decided, and answers it. @throws the problem when it is the end */
  private async react(problem: StreamProblem, event: ReceivedEvent<Data> | null = null): Promise<Reaction> {
    const isToken = isTokenRefused(problem.code);
    const planned = reactionTo(problem, isToken ? this.refused !== null : this.attempts > 0);
    this.refused = isToken ? this.token : null;
    const pause = this.pauseAfter(problem);
    const attempt = ++this.attempts;
    const { code, message, cause, resumeAfter } = problem;
    const delay = planned === 'later' ? pause : 0;
    const told = { code, message, cause, attempt, reaction: planned, delay, resumeAfter, event };
    const reaction = (await this.options.onProblem?.(told)) ?? planned;
    if (reaction === 'stop' || (reaction === 'resume' && !resumeAfter)) {
      this.ended = problem;
      throw problem;
    }
    if (reaction === 'resume') {
      try {
        await this.moveTo(resumeAfter!);
      } catch (error) {
        return this.react(asProblem(error));
      }
    }
    if (reaction === 'later') await this.sleep(pause);
    return reaction;
  }

  private pauseAfter({ retryAfter }: StreamProblem): number {
    const { first, most } = this.options.pauses ?? PAUSES;
    // At random, so that a thousand readers do not come back in the same moment.
    const pause = Math.random() * Math.min(most, first * 2 ** Math.min(this.attempts, 30));
    return Math.round(Math.max(pause, retryAfter ?? 0));
  }

  private sleep(milliseconds: number): Promise<void> {
    const { signal } = this.closing;
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const over = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', over);
        resolve();
      };
      const timer = setTimeout(over, milliseconds);
      signal.addEventListener('abort', over);
    });
  }
}

/** What a store rejects with that is neither the handler's nor a conflict is its own failure. */
async function stored<Result>(step: Promise<Result>): Promise<Result> {
  try {
    return await step;
  } catch (cause) {
    if (cause instanceof StreamProblem || cause instanceof CursorConflict) throw cause;
    throw new StreamProblem('STORE_FAILED', cause instanceof Error ? cause.message : 'The cursor could not be kept.', { cause });
  }
}

function asProblem(error: unknown): StreamProblem {
  if (error instanceof StreamProblem) return error;
  if (error instanceof CursorConflict) return new StreamProblem(error.code, error.message, { cause: error });
  return new StreamProblem('EVENT_UNREADABLE', 'What came is no result of a subscription.', { cause: error });
}
