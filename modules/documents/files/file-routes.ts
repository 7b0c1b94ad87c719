import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { LexgraphError, type Locale, sentence } from '../../../schema/base';
import type { Clock } from '../../calendar';
import type { Database } from '../../database';
import { downloadPath, type FileLinks, uploadPath } from './file-links';
import { fileErrors } from './files.errors';
import type { ObjectStorage } from './object-storage';
import { receiveUpload } from './receive-upload';

export interface FileRoutesOptions {
  readonly storage: ObjectStorage;
  readonly links: FileLinks;
  /** Connected as the app role. */
  readonly database: Database;
  readonly clock: Clock;
  /** Told of failures that are not the caller's; the caller learns only that it failed. */
  onFailure(error: unknown): void;
}

export interface FileRoutes {
  /** Whether a request's path is for these routes. */
  handles(path: string): boolean;
  /** Answers by what the path says: `handleUpload` or `handleDownload`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** `PUT`: 204, or an error as JSON with a code. */
  handleUpload(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** `GET` and `HEAD`: the bytes as an attachment, or an error as JSON with a code. */
  handleDownload(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const STATUS: Readonly<Record<string, number>> = {
  UPLOAD_SIZE_MISMATCH: 413,
  UPLOAD_TYPE_MISMATCH: 415,
  UPLOAD_HASH_MISMATCH: 422,
  UPLOAD_ALREADY_DONE: 409,
  FILE_LINK_INVALID: 403,
  FILE_LINK_EXPIRED: 410,
  FILE_NOT_FOUND: 404,
  FILE_METHOD_NOT_ALLOWED: 405,
};

/** The plain HTTP side of files: links made in the graph lead here. */
export function createFileRoutes(options: FileRoutesOptions): FileRoutes {
  const { storage, links, database, clock } = options;

  const guarded = (
    methods: readonly string[],
    work: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>,
  ) => {
    return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Cache-Control', 'private, no-store');
      try {
        if (!methods.includes(request.method ?? '')) {
          response.setHeader('Allow', methods.join(', '));
          throw fileErrors.error('FILE_METHOD_NOT_ALLOWED', { allowed: methods.join(', ') });
        }
        await work(request, response, pathOf(request));
      } catch (error) {
        if (!(error instanceof LexgraphError) && !request.destroyed) options.onFailure(error);
        refuse(request, response, error instanceof LexgraphError ? error : fileErrors.error('FILE_FAILED'));
      }
    };
  };

  const handleUpload = guarded(['PUT'], async (request, response, path) => {
    const now = clock.now();
    await receiveUpload(request, links.readUpload(path, now), { storage, database, now });
    response.writeHead(204).end();
  });

  const handleDownload = guarded(['GET', 'HEAD'], async (request, response, path) => {
    const { key, contentType, fileName } = links.readDownload(path, clock.now());
    const size = await storage.size(key);
    if (size === null) throw fileErrors.error('FILE_NOT_FOUND');
    response.writeHead(200, {
      'Content-Type': contentType,
      'Content-Length': size,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      // What people uploaded must not act in the gateway's name, whatever it holds.
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(await storage.read(key), response);
  });

  return Object.freeze<FileRoutes>({
    handles: (path) => path.startsWith(uploadPath) || path.startsWith(downloadPath),
    handle: (request, response) => (pathOf(request).startsWith(uploadPath) ? handleUpload : handleDownload)(request, response),
    handleUpload,
    handleDownload,
  });
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0]!;

function refuse(request: IncomingMessage, response: ServerResponse, error: LexgraphError): void {
  // Too late for an answer: the caller sees that the bytes end early.
  if (response.headersSent) return void response.destroy();
  const { code } = error.definition;
  const body = JSON.stringify({ code, message: sentence(error.definition, localeOf(request), error.facts) });
  // The rest of a refused upload is not worth reading: the connection ends with the answer.
  response.writeHead(STATUS[code] ?? 500, { 'Content-Type': 'application/json; charset=utf-8', Connection: 'close' }).end(body);
  request.resume();
}

function localeOf(request: IncomingMessage): Locale {
  const wanted = /\b(ru|be|en)\b/i.exec(request.headers['accept-language'] ?? '')?.[1]?.toLowerCase();
  return (wanted as Locale | undefined) ?? 'en';
}
