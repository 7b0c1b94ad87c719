import { type CursorStore, requireAt } from './cursor-store.ts';

const OBJECTS = 'cursors';

/** A cursor in the browser's own database, one for each subscription; shared by the tabs of an origin, of which one may read with it. */
export function indexedDbCursorStore(name: string, { database = 'lexgraph-events' }: { readonly database?: string } = {}): CursorStore {
  const load = () => within<string | null>(database, 'readonly', (objects, done) => read(objects, name, done));
  return {
    load,
    async advance(move, work) {
      requireAt(name, await load(), move);
      await work(undefined);
      // One transaction: between its look and its write no other tab can write.
      await within<void>(database, 'readwrite', (objects, done, fail) =>
        read(objects, name, (found) => {
          try {
            requireAt(name, found, move);
          } catch (conflict) {
            return fail(conflict);
          }
          objects.put(move.to, name);
          done();
        }),
      );
    },
  };
}

function read(objects: IDBObjectStore, name: string, done: (cursor: string | null) => void): void {
  const request = objects.get(name);
  request.onsuccess = () => done((request.result as string | undefined) ?? null);
}

type Steps<Result> = (objects: IDBObjectStore, done: (result: Result) => void, fail: (error: unknown) => void) => void;

/** Runs steps in one transaction and answers when it is durable. */
async function within<Result>(name: string, mode: IDBTransactionMode, steps: Steps<Result>): Promise<Result> {
  const database = await open(name);
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(OBJECTS, mode, { durability: 'strict' });
      let result: Result;
      let failure: unknown;
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () => reject(failure ?? transaction.error);
      steps(
        transaction.objectStore(OBJECTS),
        (given) => {
          result = given;
        },
        (error) => {
          failure = error;
          transaction.abort();
        },
      );
    });
  } finally {
    database.close();
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(OBJECTS);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
