import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorCatalogue } from '../../../schema/base';
import { graphOf } from '../../../test/support/graph-bench';
import { clientCaller, LenderBench } from '../../../test/support/lender-bench';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { coreModules } from '../..';
import { systemCaller } from '../../access';
import { Loaders, uuidv7 } from '../../database';
import { fileById } from './file.record';
import type { RequestUploadPayload } from './file.type';
import { createFileLinks, type FileLinks, fileLinksPort, type UploadGrant } from './file-links';
import { createFileRoutes } from './file-routes';
import { fileErrors } from './files.errors';
import { localObjectStorage } from './object-storage';
import { requestUploadCommand } from './request-upload.command';
import type { UploadRequest } from './upload-rules';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const png = (size: number) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(size - 8)]);

describe('files over HTTP', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lexgraph-files-'));
  const storage = localObjectStorage(directory);
  const failures: unknown[] = [];
  let database: TestDatabase;
  let bench: LenderBench;
  let server: Server;
  let base: string;
  let links: FileLinks;

  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await LenderBench.open(database);
    links = createFileLinks({ secret: randomBytes(32), baseUrl: () => base });
    const routes = createFileRoutes({
      storage,
      links,
      database: database.app,
      clock: bench.clock,
      onFailure: (error) => failures.push(error),
    });
    server = createServer((request, response) => void routes.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await database.close();
    rmSync(directory, { recursive: true });
  });
  afterEach(() => expect(failures.splice(0)).toEqual([]));

  const place = async (bytes: Buffer, change: Partial<UploadRequest> = {}): Promise<UploadGrant> => {
    const input = {
      purpose: 'ATTACHMENT',
      fileName: 'scan.png',
      contentType: 'image/png',
      size: bytes.length,
      sha256: sha256(bytes),
      ...change,
    };
    const { fileId, findings } = await bench.execute(requestUploadCommand, input, systemCaller(bench.lender.id, 'test'));
    expect(findings).toBeUndefined();
    const file = (await rows().one(fileById, fileId!))!;
    return {
      lenderId: bench.lender.id,
      fileId: file.id,
      key: file.storageKey,
      contentType: file.contentType,
      size: file.size,
      sha256: file.sha256,
    };
  };
  const rows = () => new Loaders(database.app.scoped({ lenderId: bench.lender.id }));
  const put = (url: string, bytes: Buffer, headers: Record<string, string> = { 'Content-Type': 'image/png' }) =>
    fetch(url, { method: 'PUT', body: new Uint8Array(bytes), headers });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
  /** Everything that lies in the storage, unfinished parts included. */
  const stored = () =>
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);

  it('takes what was promised, once, and gives it back byte for byte', async () => {
    const bytes = png(300_000);
    const grant = await place(bytes);
    const { url } = links.upload(grant, bench.clock.now());
    expect((await put(url, bytes)).status).toBe(204);
    expect(await rows().one(fileById, grant.fileId)).toMatchObject({ state: 'STORED', storedAt: new Date('2026-03-02T09:00:00Z') });

    const again = await put(url, bytes);
    expect([again.status, await codeOf(again)]).toEqual([409, 'UPLOAD_ALREADY_DONE']);

    const download = links.download({ key: grant.key, contentType: 'image/png', fileName: 'a.png' }, bench.clock.now()).url;
    const response = await fetch(download);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '300000',
      'content-disposition': 'attachment; filename="a.png"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const head = await fetch(download, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '300000', '']);
  });

  it('keeps the storage closed to other users of the machine', async () => {
    await place(png(100));
    expect(statSync(directory).mode & 0o077).toBe(0);
  });

  const other = png(1000);
  it.each<[string, (bytes: Buffer) => Buffer, Record<string, string>, number, string]>([
    ['is too short', (bytes) => bytes.subarray(1), { 'Content-Type': 'image/png' }, 413, 'UPLOAD_SIZE_MISMATCH'],
    ['is too long', (bytes) => Buffer.concat([bytes, bytes]), { 'Content-Type': 'image/png' }, 413, 'UPLOAD_SIZE_MISMATCH'],
    ['has other bytes', () => other, { 'Content-Type': 'image/png' }, 422, 'UPLOAD_HASH_MISMATCH'],
    ['comes under another type', (bytes) => bytes, { 'Content-Type': 'image/jpeg' }, 415, 'UPLOAD_TYPE_MISMATCH'],
    ['comes under no type', (bytes) => bytes, {}, 415, 'UPLOAD_TYPE_MISMATCH'],
  ])('refuses a file that %s, and keeps nothing of it', async (_, change, headers, status, code) => {
    const before = stored();
    const bytes = png(1000);
    const grant = await place(bytes);
    const { url } = links.upload(grant, bench.clock.now());
    const response = await put(url, change(bytes), headers);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(stored()).toEqual(before);
    expect(await rows().one(fileById, grant.fileId)).toMatchObject({ state: 'REQUESTED' });
    // The place is still free for the right bytes.
    expect((await put(url, bytes)).status).toBe(204);
  });

  it('refuses a file whose content is not of its type, however it is called', async () => {
    const bytes = Buffer.from('<script>alert(1)</script>');
    const response = await put(links.upload(await place(bytes), bench.clock.now()).url, bytes);
    expect([response.status, await codeOf(response)]).toEqual([415, 'UPLOAD_TYPE_MISMATCH']);
  });

  it('counts a body that announces no length, and stops reading when it is over', async () => {
    const grant = await place(png(1000));
    const url = new URL(links.upload(grant, bench.clock.now()).url);
    const before = stored();
    const status = await new Promise<number>((resolve, reject) => {
      const request = httpRequest(
        url,
        { method: 'PUT', headers: { 'Content-Type': 'image/png', 'Transfer-Encoding': 'chunked' } },
        (response) => {
          response.resume();
          resolve(response.statusCode!);
          request.destroy();
        },
      );
      request.once('error', reject);
      // More than was promised, and no end.
      request.write(png(900));
      request.write(png(900));
    });
    expect(status).toBe(413);
    expect(stored()).toEqual(before);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const grant = await place(png(1000));
    const before = stored();
    await new Promise<void>((resolve) => {
      const request = httpRequest(links.upload(grant, bench.clock.now()).url, {
        method: 'PUT',
        headers: { 'Content-Type': 'image/png', 'Content-Length': 1000 },
      });
      request.once('error', () => {});
      request.once('close', resolve);
      request.write(png(500), () => setTimeout(() => request.destroy(), 50));
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stored()).toEqual(before);
    expect(await rows().one(fileById, grant.fileId)).toMatchObject({ state: 'REQUESTED' });
  });

  it('lets one of two uploads at once win, and answers the other that it is done', async () => {
    const bytes = png(200_000);
    const { url } = links.upload(await place(bytes), bench.clock.now());
    const statuses = await Promise.all([put(url, bytes), put(url, bytes)]).then((answers) => answers.map(({ status }) => status));
    expect(statuses.sort()).toEqual([204, 409]);
  });

  it('refuses forged, changed, crossed and expired links', async () => {
    const bytes = png(1000);
    const grant = await place(bytes);
    const { url } = links.upload(grant, bench.clock.now());
    const [body, seal] = url.slice(url.lastIndexOf('/') + 1).split('.') as [string, string];
    const wider = Buffer.from(JSON.stringify({ ...grant, size: 10 ** 9, expires: 9e15 })).toString('base64url');
    const foreign = createFileLinks({ secret: randomBytes(32), baseUrl: () => base }).upload(grant, bench.clock.now()).url;
    const download = links.download({ key: grant.key, contentType: 'image/png', fileName: 'a.png' }, bench.clock.now()).url;
    for (const forged of [
      `${base}/files/upload/`,
      `${base}/files/upload/x.y`,
      `${base}/files/upload/${wider}.${seal}`,
      `${url}.x`,
      foreign,
      download.replace('download', 'upload'),
    ]) {
      const response = await put(forged, bytes);
      expect([response.status, await codeOf(response)]).toEqual([403, 'FILE_LINK_INVALID']);
    }
    const crossed = await fetch(`${base}/files/download/${body}.${seal}`);
    expect([crossed.status, await codeOf(crossed)]).toEqual([403, 'FILE_LINK_INVALID']);

    bench.clock.advance({ minutes: 15 });
    const late = await put(url, bytes);
    expect([late.status, await codeOf(late)]).toEqual([410, 'FILE_LINK_EXPIRED']);
    expect(await codeOf(await fetch(download))).toBe('FILE_LINK_EXPIRED');
    bench.clock.moveTo('2026-03-02T09:00:00Z');
  });

  it('answers a missing file, a wrong method and another language in the same form', async () => {
    const missing = links.download({ key: 'uploads/none/none.png', contentType: 'image/png', fileName: 'a.png' }, bench.clock.now()).url;
    const response = await fetch(missing, { headers: { 'Accept-Language': 'ru-RU,ru;q=0.9' } });
    expect([response.status, await response.json()]).toEqual([
      404,
      { code: 'FILE_NOT_FOUND', message: expect.stringMatching(/^Файла нет/) },
    ]);
    const post = await fetch(missing, { method: 'POST' });
    expect([post.status, post.headers.get('allow'), await codeOf(post)]).toEqual([405, 'GET, HEAD', 'FILE_METHOD_NOT_ALLOWED']);
  });

  it('does not find a file of another lender behind a link of its own', async () => {
    const bytes = png(1000);
    const { url } = links.upload({ ...(await place(bytes)), lenderId: uuidv7() }, bench.clock.now());
    const response = await put(url, bytes);
    expect([response.status, await codeOf(response)]).toEqual([404, 'FILE_NOT_FOUND']);
  });

  it('gives the link through the graph, and findings for what is not taken', async () => {
    bench.ports.bind(fileLinksPort, links);
    const ask = graphOf(coreModules, bench.extensions);
    const bytes = png(500);
    const caller = systemCaller(bench.lender.id, 'test');
    const request = async (change: object = {}) => {
      const { data, errors } = await ask<{ requestUpload: RequestUploadPayload }>(
        database.app.scoped({ lenderId: bench.lender.id }),
        `mutation M($input: RequestUploadInput!) { requestUpload(input: $input) {
          file { id state name size download { url } } upload { url method headers { name value } expiresAt } findings { code path }
        } }`,
        { input: { purpose: 'ATTACHMENT', fileName: 'scan.png', contentType: 'image/png', size: 500, sha256: sha256(bytes), ...change } },
        {
          caller,
          lender: bench.lender,
          clock: bench.clock,
          ports: bench.ports,
          errors: new ErrorCatalogue([fileErrors]),
          execute: (command, input) => bench.execute(command, input, caller),
        },
      );
      expect(errors).toBeUndefined();
      return data!.requestUpload;
    };
    const { file, upload, findings } = await request();
    expect([file, findings]).toMatchObject([{ state: 'REQUESTED', name: 'scan.png', size: 500, download: null }, []]);
    expect(upload).toMatchObject({
      method: 'PUT',
      headers: [{ name: 'Content-Type', value: 'image/png' }],
      expiresAt: '2026-03-02T09:15:00.000Z',
    });
    expect((await put(upload!.url, bytes)).status).toBe(204);
    expect(await request({ size: 0 })).toEqual({
      file: null,
      upload: null,
      findings: [{ code: 'UPLOAD_TOO_LARGE', path: ['input', 'size'] }],
    });
  });

  it('tells the operator, and not the caller, when the storage fails', async () => {
    const broken = createFileRoutes({
      storage: { ...storage, write: async () => Promise.reject(new Error('disk full')) },
      links,
      database: database.app,
      clock: bench.clock,
      onFailure: (error) => failures.push(error),
    });
    const second = createServer((request, response) => void broken.handle(request, response));
    await new Promise<void>((resolve) => second.listen(0, '127.0.0.1', resolve));
    const bytes = png(1000);
    const url = links
      .upload(await place(bytes), bench.clock.now())
      .url.replace(base, `http://127.0.0.1:${(second.address() as AddressInfo).port}`);
    const response = await put(url, bytes);
    expect([response.status, await codeOf(response)]).toEqual([500, 'FILE_FAILED']);
    expect(failures.splice(0)).toEqual([expect.objectContaining({ message: 'disk full' })]);
    second.closeAllConnections();
    await new Promise((resolve) => second.close(resolve));
  });
});

describe('a request for an upload', () => {
  let database: TestDatabase;
  let bench: LenderBench;
  beforeAll(async () => {
    database = await createTestDatabase();
    bench = await LenderBench.open(database);
  });
  afterAll(() => database.close());

  const input: UploadRequest = {
    purpose: 'ATTACHMENT',
    fileName: 'scan.pdf',
    contentType: 'application/pdf',
    size: 10,
    sha256: 'ab'.repeat(32),
  };

  it.each<[Partial<UploadRequest>, string]>([
    [{ purpose: 'NONE' }, 'UPLOAD_PURPOSE_UNKNOWN'],
    [{ contentType: 'text/html' }, 'UPLOAD_TYPE_NOT_ALLOWED'],
    [{ contentType: 'application/pkcs7-signature' }, 'UPLOAD_TYPE_NOT_ALLOWED'],
    [{ size: 0 }, 'UPLOAD_TOO_LARGE'],
    [{ size: 10 * 1024 * 1024 + 1 }, 'UPLOAD_TOO_LARGE'],
    [{ sha256: 'AB'.repeat(32) }, 'UPLOAD_HASH_MALFORMED'],
    [{ sha256: '' }, 'UPLOAD_HASH_MALFORMED'],
    [{ fileName: '../secret' }, 'UPLOAD_NAME_INVALID'],
    [{ fileName: 'a\nb' }, 'UPLOAD_NAME_INVALID'],
    [{ fileName: '' }, 'UPLOAD_NAME_INVALID'],
  ])('with %j is refused as %s, and nothing is written', async (change, code) => {
    const { findings, fileId } = await bench.execute(requestUploadCommand, { ...input, ...change });
    expect([fileId, findings?.map((finding) => finding.code)]).toEqual([undefined, [code]]);
    expect(fileErrors.definitions.map((definition) => definition.code)).toContain(code);
  });

  it('is seen by the borrower who made it and by no other', async () => {
    const clients = [uuidv7(), uuidv7()];
    const { default: pg } = await import('pg');
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    for (const id of clients) {
      await admin.query(
        `insert into core.client (lender_id, id, number, kind, status, profile_enc, created_at, version)
         values ($1, $2::uuid, $2::uuid::text, 'INDIVIDUAL', 'REGISTERED', '', '2026-01-01', 1)`,
        [bench.lender.id, id],
      );
    }
    await admin.end();
    const { fileId } = await bench.execute(requestUploadCommand, input, clientCaller(bench.lender.id, clients[0]!));
    const seen = clients.map((clientId) =>
      new Loaders(database.app.scoped({ lenderId: bench.lender.id, clientId })).one(fileById, fileId!),
    );
    expect((await Promise.all(seen)).map((row) => row?.id)).toEqual([fileId, undefined]);
    const row = (await seen[0])!;
    expect(row.fileName.includes('scan.pdf')).toBe(false);
  });
});
