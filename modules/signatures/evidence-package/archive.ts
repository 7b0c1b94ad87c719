import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';

/** Files of an archive by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

// Local time on purpose: the library writes local fields, so every zone writes the same octets.
const FIXED_TIME = new Date(1980, 0, 1);

/** A zip with the files in the order of their paths, stored without compression, under one fixed time: the same files always give the same octets. */
export function writeArchive(files: Files): Uint8Array {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 0, mtime: FIXED_TIME });
}

/** More files than any package has: a directory may name millions in a few octets. */
const MAX_FILES = 10_000;

/**
 * The files, when the octets are exactly those that `writeArchive` writes for them; `null` otherwise.
 * Takes no more memory than a few times the archive's own size, whatever its directory says.
 */
export function readArchive(zip: Uint8Array): Files | null {
  try {
    const files = new Map(Object.entries(unzipSync(zip, { filter: onlyWhatFits(zip.length) })));
    return Buffer.from(writeArchive(files)).equals(zip) ? files : null;
  } catch {
    return null;
  }
}

/** Stops at the first entry that `writeArchive` would not have written: compressed, named twice, or with more octets than there are. */
function onlyWhatFits(octets: number): (file: UnzipFileInfo) => true {
  const names = new Set<string>();
  let left = octets;
  return ({ name, size, originalSize, compression }) => {
    left -= size;
    if (compression !== 0 || size !== originalSize || left < 0 || names.has(name) || names.size === MAX_FILES)
      throw new RangeError('The archive is not of the one form.');
    names.add(name);
    return true;
  };
}
