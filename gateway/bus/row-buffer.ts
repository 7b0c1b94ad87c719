import type { StoredEvent } from '../../modules/events';

/** Rows beyond it are let go of, the oldest first: the log has them. A row is about a kilobyte. */
const CAPACITY = 20_000;

/** Rows that came over the bus, in whatever order and however often, until they are read by position. */
export class RowBuffer {
  private readonly rows = new Map<number, StoredEvent>();

  add(row: StoredEvent): void {
    this.rows.set(Number(row.pos), row);
    if (this.rows.size > CAPACITY) this.rows.delete(this.rows.keys().next().value!);
  }

  /** The unbroken run that follows a position, at most so many; what is not beyond the position is forgotten. */
  take(after: number, limit: number): StoredEvent[] {
    const run: StoredEvent[] = [];
    for (let pos = after + 1; run.length < limit; pos++) {
      const row = this.rows.get(pos);
      if (!row) break;
      run.push(row);
      this.rows.delete(pos);
    }
    for (const pos of this.rows.keys()) if (pos <= after) this.rows.delete(pos);
    return run;
  }

  has(pos: number): boolean {
    return this.rows.has(pos);
  }

  clear(): void {
    this.rows.clear();
  }
}
