import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type CursorStore, requireAt } from './cursor-store.ts';

/**
 * One cursor in one file, for one process. It is written beside, flushed to the disk and renamed, so that a crash leaves the
 * old cursor or the new one.
 */
export function fileCursorStore(path: string): CursorStore {
  const load = async (): Promise<string | null> => {
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const cursor = text.trim();
    // To begin anew silently would skip events.
    if (!/^[\w-]+$/.test(cursor))
      throw new Error(`${path} holds no cursor: restore it, or remove it to begin with what happens from now on.`);
    return cursor;
  };
  return {
    load,
    async advance(move, work) {
      requireAt(path, await load(), move);
      await work(undefined);
      requireAt(path, await load(), move);
      await replace(path, `${move.to}\n`);
    },
  };
}

async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  await syncDirectory(dirname(path));
}

/** The new name is durable once its directory is; Windows opens no directories and needs none of it. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
