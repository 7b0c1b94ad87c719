import { unzipSync, zipSync } from 'fflate';

/** Files of an archive by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

// Local time on purpose: the library writes local fields, so every zone writes the same octets.
const FIXED_TIME = new Date(1980, 0, 1);

/** A zip with the files in the order of their paths, stored without compression, under one fixed time: the same files always give the same octets. */
export function writeArchive(files: Files): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 0, mtime: FIXED_TIME });
}

/** The files, when the octets are exactly those that `writeArchive` writes for them; `null` otherwise. */
export function readArchive(zip: Uint8Array): Files | null {
  try {
    const files = new Map(Object.entries(unzipSync(zip)));
    return Buffer.from(writeArchive(files)).equals(zip) ? files : null;
  } catch {
    return null;
  }
}
