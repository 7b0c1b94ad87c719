import { strToU8, zipSync } from 'fflate';
import { readArchive, writeArchive } from './archive';

const MEGABYTE = 1024 * 1024;

/** Writes a number of four octets in little-endian order at a place. */
function patched(zip: Uint8Array, place: number, value: number): Uint8Array {
  const copy = Buffer.from(zip);
  copy.writeUInt32LE(value, place);
  return copy;
}

const directoryOf = (zip: Uint8Array): number => Buffer.from(zip).readUInt32LE(zip.length - 6);

/** A directory that names one file many times over, each under a name of its own. */
function overlapping(times: number, octets: number): Uint8Array {
  const zip = Buffer.from(writeArchive(new Map([['0000000', new Uint8Array(octets)]])));
  const start = directoryOf(zip);
  const entry = zip.subarray(start, zip.length - 22);
  const entries = Array.from({ length: times }, (_, i) => {
    const copy = Buffer.from(entry);
    copy.write(String(i).padStart(7, '0'), 46, 'latin1');
    return copy;
  });
  const end = Buffer.from(zip.subarray(zip.length - 22));
  end.writeUInt16LE(times, 8);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(times * entry.length, 12);
  return Buffer.concat([zip.subarray(0, start), ...entries, end]);
}

function costOf(zip: Uint8Array): { readonly files: ReturnType<typeof readArchive>; readonly milliseconds: number } {
  const began = performance.now();
  const files = readArchive(zip);
  return { files, milliseconds: performance.now() - began };
}

describe('an archive', () => {
  it('that is of the one form gives its files', () => {
    const files = new Map([['a/b.txt', strToU8('b')]]);
    expect([...(readArchive(writeArchive(files)) ?? [])]).toEqual([['a/b.txt', strToU8('b')]]);
  });

  it('is not inflated: a compressed file is refused before it takes memory', () => {
    const bomb = zipSync({ zeros: new Uint8Array(64 * MEGABYTE) }, { level: 9 });
    expect(bomb.length).toBeLessThan(MEGABYTE);
    const before = process.memoryUsage().arrayBuffers;
    expect(readArchive(bomb)).toBeNull();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * MEGABYTE);
  });

  it('that declares gigabytes gets none of them', () => {
    const zip = writeArchive(new Map([['a', strToU8('a')]]));
    const declared = patched(patched(zip, directoryOf(zip) + 20, 0xf0000000), directoryOf(zip) + 24, 0xf0000000);
    expect(readArchive(declared)).toBeNull();
  });

  it('whose directory names the same octets over and over is refused when more are named than there are', () => {
    const zip = overlapping(2_000, MEGABYTE);
    const before = process.memoryUsage().arrayBuffers;
    const { files, milliseconds } = costOf(zip);
    expect(files).toBeNull();
    expect(milliseconds).toBeLessThan(500);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MEGABYTE);
  });

  it('that counts four thousand million files is refused at once', () => {
    const zip = Buffer.from(writeArchive(new Map([['a', strToU8('a')]])));
    const end = zip.subarray(zip.length - 22);
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeUInt32LE(0xfffffffe, 32);
    record.writeUInt32LE(directoryOf(zip), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeUInt32LE(zip.length - 22, 8);
    const { files, milliseconds } = costOf(Buffer.concat([zip.subarray(0, zip.length - 22), record, locator, end]));
    expect(files).toBeNull();
    expect(milliseconds).toBeLessThan(500);
  });

  it.each(['__proto__', 'prototype', '../../../'])('with a file called %p changes nothing of the program', (name) => {
    const harmless = Buffer.from(writeArchive(new Map([['n'.repeat(9), strToU8('{"polluted":1}')]])));
    const zip = Buffer.from(harmless.toString('latin1').replaceAll('n'.repeat(9), name), 'latin1');
    const files = readArchive(zip);
    expect(files === null || files.size === 1).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('with two files of one name is refused', () => {
    const zip = Buffer.from(
      writeArchive(
        new Map([
          ['a', strToU8('1')],
          ['b', strToU8('2')],
        ]),
      ),
    );
    const twice = Buffer.from(zip.toString('latin1').replaceAll('b', 'a'), 'latin1');
    expect(readArchive(twice)).toBeNull();
  });

  it.each([0, 1, 21, 22, 100])('of %i octets of nothing is none', (length) => {
    expect(readArchive(new Uint8Array(length))).toBeNull();
  });
});
