import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { type ObjectStorage, s3StorageAdapter } from './object-storage';

/** As much of the S3 protocol as the storage uses: objects in memory, path style. */
function fakeS3(objects: Map<string, Buffer>): Server {
  const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  return createServer(async (request, response) => {
    const key = decodeURIComponent(new URL(request.url!, 'http://s3').pathname);
    if (!/^AWS4-HMAC-SHA256 /.test(request.headers.authorization ?? '')) return void response.writeHead(403).end();
    const body = await bodyOf(request).catch(() => null);
    // Broken off by the sender.
    if (!body) return;
    const source = request.headers['x-amz-copy-source'];
    const found = objects.get(typeof source === 'string' ? `/${decodeURIComponent(source).replace(/^\//, '')}` : key);
    switch (request.method) {
      case 'PUT':
        if (request.headers['content-length'] === undefined) return void response.writeHead(411).end();
        if (source && !found) return void response.writeHead(404).end();
        objects.set(key, source ? found! : body);
        return void response
          .writeHead(200, { ETag: '"x"', 'Content-Type': 'application/xml' })
          .end(source ? '<CopyObjectResult><ETag>x</ETag></CopyObjectResult>' : '');
      case 'DELETE':
        objects.delete(key);
        return void response.writeHead(204).end();
      default:
        if (!found) return void response.writeHead(404).end();
        response.writeHead(200, {
          'Content-Length': found.length,
          'Content-Type': 'image/png',
          ETag: '"x"',
          'Last-Modified': new Date(0).toUTCString(),
        });
        return void response.end(request.method === 'HEAD' ? undefined : found);
    }
  });
}

describe('the S3 storage', () => {
  const objects = new Map<string, Buffer>();
  const server = fakeS3(objects);
  const ports = {
    get() {
      throw new Error('No port is needed.');
    },
  };
  let storage: ObjectStorage;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // Where the AWS SDK looks for credentials first.
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    storage = s3StorageAdapter.create({ settings: { S3_BUCKET: 'files', S3_REGION: 'eu-west-3', S3_ENDPOINT: endpoint }, ports });
  });
  afterAll(async () => {
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_SECRET_ACCESS_KEY;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => objects.clear());

  it('keeps an object whole under its key alone, and gives it back', async () => {
    const bytes = randomBytes(100_000);
    await storage.write('uploads/a/b.png', Readable.from([bytes]), { contentType: 'image/png', size: bytes.length });
    expect([...objects.keys()]).toEqual(['/files/uploads/a/b.png']);
    expect(await storage.size('uploads/a/b.png')).toBe(100_000);
    const read = await (await storage.read('uploads/a/b.png')).toArray();
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
    expect(await storage.size('uploads/a/none.png')).toBeNull();
  });

  it('keeps nothing of a stream that fails', async () => {
    const failing = Readable.from(
      (async function* () {
        yield Buffer.alloc(10);
        throw new Error('refused');
      })(),
    );
    await expect(storage.write('uploads/a/c.png', failing, { contentType: 'image/png', size: 100 })).rejects.toThrow();
    expect(objects.size).toBe(0);
  });

  it.each(['../a', '/a/b', 'a', 'a/../b', 'a//b', ''])('does not take the key "%s"', async (key) => {
    await expect(storage.size(key)).rejects.toThrow(/plain relative path/);
  });

  it('says which settings are missing', () => {
    expect(() => s3StorageAdapter.create({ settings: { S3_BUCKET: 'files' }, ports })).toThrow(/S3_BUCKET and S3_REGION/);
  });
});
