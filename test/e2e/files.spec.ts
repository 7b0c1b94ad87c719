import { createHash } from 'node:crypto';
import { type Borrower, newBorrower, offeredLoan } from '../support/borrower';
import { startTestGateway, type TestGateway, type Values } from '../support/test-gateway';

const UPLOAD = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) {
  file { id state } upload { url method headers { name value } expiresAt } findings { code path } } }`;
const FILE = 'query ($id: ID!) { node(id: $id) { ... on File { name contentType size sha256 state download { url } } } }';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2_000, 7)]);

let gateway: TestGateway;
let borrower: Borrower;
beforeAll(async () => {
  gateway = await startTestGateway();
  borrower = await newBorrower(gateway);
});
afterAll(() => gateway.stop());
afterEach(() => {
  expect(gateway.logged.join('')).not.toMatch(/passport|unexpected error|\/files\/(up|down)load\/\w/);
});

async function request(changes: Record<string, unknown> = {}): Promise<Values> {
  const input = {
    purpose: 'ATTACHMENT',
    fileName: 'passport of Jane.png',
    contentType: 'image/png',
    size: png.length,
    sha256: sha256(png),
    ...changes,
  };
  const { data, errors } = await borrower.ask(UPLOAD, { input });
  expect(errors).toBeUndefined();
  return data.requestUpload;
}

async function send(upload: Values, body: Uint8Array<ArrayBuffer>, changes: Record<string, string> = {}) {
  const headers = Object.fromEntries(upload.headers.map(({ name, value }: Values) => [name, value]));
  const response = await fetch(upload.url, { method: upload.method, headers: { ...headers, ...changes }, body });
  const text = await response.text();
  return [response.status, text ? (JSON.parse(text) as { code: string }).code : null];
}

const fileOf = async (id: string) => (await borrower.ask(FILE, { id })).data.node;

describe('an upload', () => {
  it('goes past the graph, and the file is there with size, type and hash', async () => {
    const { file, upload } = await request();
    expect(file.state).toBe('REQUESTED');
    expect((await fileOf(file.id)).download).toBeNull();
    expect(await send(upload, png)).toEqual([204, null]);
    const stored = await fileOf(file.id);
    expect(stored).toMatchObject({
      name: 'passport of Jane.png',
      contentType: 'image/png',
      size: png.length,
      sha256: sha256(png),
      state: 'STORED',
    });
    const response = await fetch(stored.download.url);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(sha256(await response.bytes())).toBe(sha256(png));
    expect(await send(upload, png)).toEqual([409, 'UPLOAD_ALREADY_DONE']);
  });

  it('of other bytes, another size or type than promised is refused, and the right ones may still come', async () => {
    const { file, upload } = await request();
    const other = Buffer.from(png);
    other[100] = 8;
    expect(await send(upload, other)).toEqual([422, 'UPLOAD_HASH_MISMATCH']);
    expect(await send(upload, png.subarray(0, 1_000))).toEqual([413, 'UPLOAD_SIZE_MISMATCH']);
    expect(await send(upload, Buffer.concat([png, png]))).toEqual([413, 'UPLOAD_SIZE_MISMATCH']);
    expect(await send(upload, png, { 'Content-Type': 'image/jpeg' })).toEqual([415, 'UPLOAD_TYPE_MISMATCH']);
    expect((await fileOf(file.id)).state).toBe('REQUESTED');
    expect(await send(upload, png)).toEqual([204, null]);
  });

  it('that is not what its type says is refused by its content', async () => {
    const script = Buffer.from(`<script>${'x'.repeat(100)}</script>`);
    const { file, upload } = await request({ size: script.length, sha256: sha256(script) });
    expect(await send(upload, script)).toEqual([415, 'UPLOAD_TYPE_MISMATCH']);
    expect((await fileOf(file.id)).state).toBe('REQUESTED');
  });

  it.each([
    ['UPLOAD_PURPOSE_UNKNOWN', { purpose: 'FUN' }],
    ['UPLOAD_TYPE_NOT_ALLOWED', { contentType: 'text/html' }],
    ['UPLOAD_TOO_LARGE', { size: 0 }],
    ['UPLOAD_TOO_LARGE', { size: 2_000_000_000 }],
    ['UPLOAD_HASH_MALFORMED', { sha256: 'abc' }],
    ['UPLOAD_NAME_INVALID', { fileName: '../etc/passwd' }],
  ])('is refused with %s before any byte is sent', async (code, changes) => {
    expect(await request(changes)).toMatchObject({ file: null, upload: null, findings: [{ code }] });
  });

  it('is not taken by a link that was changed or has run out', async () => {
    const { upload } = await request();
    const [head, seal] = upload.url.split(/\.(?=[\w-]+$)/) as [string, string];
    const [path, grant] = [head.slice(0, head.lastIndexOf('/') + 1), head.slice(head.lastIndexOf('/') + 1)];
    const wider = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(grant, 'base64url').toString()), size: 1 })).toString('base64url');
    expect(await send({ ...upload, url: `${path}${wider}.${seal}` }, png)).toEqual([403, 'FILE_LINK_INVALID']);
    gateway.clock.advance({ minutes: 15 });
    expect(await send(upload, png)).toEqual([410, 'FILE_LINK_EXPIRED']);
  });
});

describe('a document', () => {
  it('comes as a PDF by a link that works for minutes, for nobody who changes it', async () => {
    const fresh = await newBorrower(gateway);
    const { terms } = await offeredLoan(fresh, gateway.as({ token: await gateway.token({ kind: 'OFFICER' }) }));
    const response = await fetch(terms.download.url);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'private, no-store',
    ]);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(5_000);
    const refusal = async (url: string) => {
      const answer = await fetch(url);
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    expect(await refusal(`${terms.download.url}x`)).toEqual([403, 'FILE_LINK_INVALID']);
    expect(await refusal(terms.download.url.replace('/download/', '/upload/'))).toEqual([405, 'FILE_METHOD_NOT_ALLOWED']);
    gateway.clock.advance({ minutes: 5 });
    expect(await refusal(terms.download.url)).toEqual([410, 'FILE_LINK_EXPIRED']);
    const { data } = await fresh.ask('query ($id: ID!) { document(id: $id) { download { url } } }', { id: terms.id });
    const again = await fetch(data.document.download.url);
    expect(sha256(await again.bytes())).toBe(sha256(bytes));
  });
});
