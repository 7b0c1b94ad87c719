/** From where to where a cursor moves; `from` is null where nothing is stored yet. */
export interface CursorMove {
  readonly from: string | null;
  readonly to: string;
}

/**
 * Keeps the cursor of the last event that was handled. `Transaction` is what a store lends to the handler, so that the
 * effect and the cursor are kept together; `undefined` where it lends nothing.
 */
export interface CursorStore<Transaction = undefined> {
  /** The cursor as it is kept; null before the first one. */
  load(): Promise<string | null>;
  /**
   * Does the work, then keeps `to`, durably, before it resolves. What the work rejects with is passed on, and the cursor stays.
   * @throws CursorConflict when the cursor does not stand at `from`: somebody else reads with it
   */
  advance(move: CursorMove, work: (transaction: Transaction) => Promise<void>): Promise<void>;
}

/** Two consumers share one cursor, and the other one was first. */
export class CursorConflict extends Error {
  readonly code = 'CURSOR_CONFLICT';

  constructor(place: string) {
    super(`The cursor "${place}" was moved by somebody else: let one consumer run, or give each a cursor of its own.`);
    this.name = 'CursorConflict';
  }
}

/** @throws CursorConflict unless the cursor stands where this consumer left it */
export function requireAt(place: string, found: string | null, { from }: CursorMove): void {
  if (found !== from) throw new CursorConflict(place);
}
