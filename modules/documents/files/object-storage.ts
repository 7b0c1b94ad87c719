import { mkdir, rename } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Disk } from 'flydrive';
import { type Adapter, definePort } from '../../../schema/base';

/** Keys are paths of letters, digits, `-`, `.`, `/`. A key that is there holds the whole object: nothing is seen half written. */
export interface ObjectStorage {
  /** Writes or replaces an object. When `content` fails, nothing stays under the key. */
  write(key: string, content: Readable, details: { readonly contentType: string; readonly size: number }): Promise<void>;
  read(key: string): Promise<Readable>;
  /** Bytes of an object; null when there is none. */
  size(key: string): Promise<number | null>;
}

/** Where uploaded files and printed documents lie. */
export const objectStoragePort = definePort<ObjectStorage>('documents.storage');

const ignore = (): void => undefined;

const KEY = /^[\w-]+(?:\/[\w.-]+)+$/;

/** An object storage on a flydrive disk. The disk is made on first use, so that a driver's client loads only where it is configured. */
export function createObjectStorage(makeDisk: () => Promise<Disk>): ObjectStorage {
  let made: Promise<Disk> | undefined;
  const diskFor = (key: string): Promise<Disk> => {
    if (!KEY.test(key) || key.includes('..')) throw new Error('A storage key is a plain relative path.');
    made ??= makeDisk();
    return made;
  };
  return Object.freeze<ObjectStorage>({
    async write(key, content, { contentType, size }) {
      const disk = await diskFor(key);
      const part = `${key}.${process.hrtime.bigint().toString(36)}.part`;
      try {
        await disk.putStream(part, content, { contentType, contentLength: size });
        await disk.move(part, key, { contentType });
      } catch (error) {
        await disk.delete(part).catch(() => undefined);
        throw error;
      }
    },
    async read(key) {
      return (await diskFor(key)).getStream(key);
    },
    async size(key) {
      const disk = await diskFor(key);
      return (await disk.exists(key)) ? (await disk.getMetaData(key)).contentLength : null;
    },
  });
}

/** Files in a directory of this machine that nobody else may enter. */
export function localObjectStorage(directory: string): ObjectStorage {
  const root = resolve(directory);
  return createObjectStorage(async () => {
    const [{ Disk }, { FSDriver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/fs')]);
    /** flydrive moves by copying; a rename is all or nothing. */
    class RenamingDriver extends FSDriver {
      override async move(source: string, destination: string): Promise<void> {
        await mkdir(dirname(join(root, destination)), { recursive: true });
        await rename(join(root, source), join(root, destination));
      }
    }
    await mkdir(root, { recursive: true, mode: 0o700 });
    return new Disk(new RenamingDriver({ location: root, visibility: 'private' }));
  });
}

/** Files on this machine: for the sandbox and for single-machine installations. */
export const localStorageAdapter = (directory: string): Adapter<ObjectStorage> => ({
  port: objectStoragePort,
  name: 'local-disk',
  simulated: false,
  create: () => localObjectStorage(directory),
});

/**
 * Any S3-compatible storage; the provider encrypts at rest. Settings: `S3_BUCKET`, `S3_REGION`, and where it is not AWS `S3_ENDPOINT`;
 * credentials as the AWS SDK finds them.
 */
export const s3StorageAdapter: Adapter<ObjectStorage> = {
  port: objectStoragePort,
  name: 's3',
  simulated: false,
  needs: ['S3_BUCKET', 'S3_REGION'],
  create({ settings }) {
    const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint } = settings;
    if (!bucket || !region) throw new Error('The S3 storage needs S3_BUCKET and S3_REGION.');
    return createObjectStorage(async () => {
      const [{ Disk }, { S3Driver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/s3')]);
      return new Disk(
        new S3Driver({
          bucket,
          region,
          ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
          visibility: 'private',
          supportsACL: false,
          // Without it a stream goes out in signed pieces and without its length, which many providers refuse.
          requestChecksumCalculation: 'WHEN_REQUIRED',
          encryption: 'AES256',
          // The SDK writes to the console otherwise; failures reach the caller as errors.
          logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
        }),
      );
    });
  },
};
