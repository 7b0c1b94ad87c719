import { LexgraphError } from '../../schema/base';

/**
 * Why a stream ended, and the cursor after which a new one goes on without gap or repeat.
 * The executor makes of it a last result `{errors: [{extensions: {code, lastCursor}}]}` and completes: the one form that
 * WebSocket and SSE deliver alike.
 */
export class StreamEnded extends LexgraphError {
  constructor(
    reason: LexgraphError,
    readonly lastCursor: string,
    options: { cause?: unknown } = {},
  ) {
    super(reason.definition, reason.facts);
    this.extensions.lastCursor = lastCursor;
    if (options.cause !== undefined) this.cause = options.cause;
  }

  get code(): string {
    return this.definition.code;
  }
}
