import { type CursorStore, requireAt } from './cursor-store.ts';

/** Forgets with the process: for tests and for readers of what happens from now on. */
export function memoryCursorStore(cursor: string | null = null): CursorStore {
  let kept = cursor;
  return {
    load: async () => kept,
    async advance(move, work) {
      requireAt('memory', kept, move);
      await work(undefined);
      requireAt('memory', kept, move);
      kept = move.to;
    },
  };
}
