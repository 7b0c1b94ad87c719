import { createHmac, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { definePort } from '../../../schema/base';
import { fileErrors } from './files.errors';

/** What an upload link allows: this one file, of this size, type and hash. */
export interface UploadGrant {
  readonly lenderId: string;
  readonly fileId: string;
  readonly key: string;
  readonly contentType: string;
  readonly size: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
}

/** What a download link allows: this one object, saved under this name. */
export interface DownloadGrant {
  readonly key: string;
  readonly contentType: string;
  /** ASCII without quotes; made by the gateway, never a name that a person chose. */
  readonly fileName: string;
}

export interface SignedLink {
  readonly url: string;
  readonly expiresAt: Temporal.Instant;
}

/** Makes and checks short-lived links. A link is its own proof: it names what it allows and until when, under an HMAC. */
export interface FileLinks {
  upload(grant: UploadGrant, now: Temporal.Instant): SignedLink;
  download(grant: DownloadGrant, now: Temporal.Instant): SignedLink;
  /** @throws FILE_LINK_INVALID, FILE_LINK_EXPIRED */
  readUpload(path: string, now: Temporal.Instant): UploadGrant;
  /** @throws FILE_LINK_INVALID, FILE_LINK_EXPIRED */
  readDownload(path: string, now: Temporal.Instant): DownloadGrant;
}

export const fileLinksPort = definePort<FileLinks>('documents.file-links');

export const uploadPath = '/files/upload/';
export const downloadPath = '/files/download/';

/** How long a link is good for. */
const LIFETIME = { [uploadPath]: { minutes: 15 }, [downloadPath]: { minutes: 5 } } as const;
type LinkPath = keyof typeof LIFETIME;

export interface FileLinksOptions {
  /** Key of the HMAC, 32 bytes or more. */
  readonly secret: Buffer;
  /** Where callers reach the gateway, without a trailing slash; asked for at each link, since a port may be known only after listening. */
  readonly baseUrl: () => string;
}

export function createFileLinks({ secret, baseUrl }: FileLinksOptions): FileLinks {
  if (secret.length < 32) throw new Error('The secret of file links has 32 bytes or more.');
  // The path is part of what is signed: an upload link does not open a download.
  const seal = (path: LinkPath, body: string) => createHmac('sha256', secret).update(path).update(body).digest();

  const make = (path: LinkPath, grant: object, now: Temporal.Instant): SignedLink => {
    const expiresAt = now.add(LIFETIME[path]);
    const body = Buffer.from(JSON.stringify({ ...grant, expires: expiresAt.epochMilliseconds })).toString('base64url');
    return { url: `${baseUrl()}${path}${body}.${seal(path, body).toString('base64url')}`, expiresAt };
  };

  const read = (path: LinkPath, requested: string, now: Temporal.Instant): object => {
    const [body, seals, ...rest] = requested.startsWith(path) ? requested.slice(path.length).split('.') : [];
    const given = Buffer.from(seals ?? '', 'base64url');
    const right = seal(path, body ?? '');
    if (!body || rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right))
      throw fileErrors.error('FILE_LINK_INVALID');
    const { expires, ...grant } = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as { expires: number };
    if (now.epochMilliseconds >= expires) throw fileErrors.error('FILE_LINK_EXPIRED');
    return grant;
  };

  return Object.freeze<FileLinks>({
    upload: (grant, now) => make(uploadPath, grant, now),
    download: (grant, now) => make(downloadPath, grant, now),
    readUpload: (path, now) => read(uploadPath, path, now) as UploadGrant,
    readDownload: (path, now) => read(downloadPath, path, now) as DownloadGrant,
  });
}
