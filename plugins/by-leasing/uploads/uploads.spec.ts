import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { objectStoragePort } from '../../../modules/documents';
import { toGlobalId } from '../../../schema/base';
import { CabinetBench } from '../test-support/cabinet-bench';
import { eicarTestFile, malwareScannerPort, simulatedScanner } from './scanner';

const CHECK = `mutation ($input: ByLeasingCheckUploadInput!) { byLeasingCheckUpload(input: $input) {
  fileId findings { code clauses { id } } } }`;
const WITHDRAW = 'mutation ($input: ByLeasingWithdrawUploadInput!) { byLeasingWithdrawUpload(input: $input) { fileId findings { code } } }';
const STANDING = `query ($id: ID!) { client(id: $id) { byLeasing { uploads { fileId state signature } breaches { clause source state } } } }`;

describe('an uploaded file', () => {
  let bench: CabinetBench;
  const stored = new Map<string, Buffer>();
  beforeAll(async () => {
    bench = await CabinetBench.open();
    bench.bind(malwareScannerPort, simulatedScanner());
    bench.bind(objectStoragePort, {
      write: async () => {},
      read: async (key) => Readable.from([stored.get(key)!]),
      size: async (key) => stored.get(key)?.length ?? null,
    });
  });
  afterAll(() => bench.close());

  /** A file that arrived from a client. */
  const arrived = async (clientId: string, content: Buffer, contentType = 'application/pdf', state = 'STORED'): Promise<string> => {
    const id = crypto.randomUUID();
    const key = `uploads/${id}`;
    stored.set(key, content);
    const at = new Date('2026-06-01T08:00:00Z');
    await bench.sql(
      `insert into core.file (lender_id, id, client_id, purpose, file_name, content_type, size, sha256, storage_key, state, requested_by, requested_at, stored_at)
       values ($1, $2, $3, 'ATTACHMENT', '\\x00', $4, 10, $5, $6, $7, 'test', $8, $9)`,
      [bench.lender.id, id, clientId, contentType, randomBytes(32), key, state, at, state === 'STORED' ? at : null],
    );
    return id;
  };
  const check = async (clientId: string, fileId: string) => {
    const input = { fileId: toGlobalId('File', fileId) };
    return (await bench.ask(CHECK, { input }, bench.client(clientId))).byLeasingCheckUpload;
  };
  const standing = async (clientId: string) =>
    (await bench.ask(STANDING, { id: toGlobalId('Client', clientId) }, bench.client(clientId))).client.byLeasing;

  it('by-leasing/10.2/б · that holds the EICAR test string is refused, and the breach stays recorded', async () => {
    const clientId = await bench.newClient();
    const fileId = await arrived(clientId, Buffer.concat([Buffer.from('%PDF-'), eicarTestFile]));
    expect((await check(clientId, fileId)).findings).toEqual([
      { code: 'BY_LEASING_MALICIOUS_CONTENT', clauses: [{ id: 'by-leasing/10.2/б' }] },
    ]);
    expect(await standing(clientId)).toEqual({
      uploads: [{ fileId: toGlobalId('File', fileId), state: 'MALICIOUS', signature: 'Eicar-Test-Signature' }],
      breaches: [{ clause: 'by-leasing/10.2/б', source: 'SYSTEM', state: 'OPEN' }],
    });
  });

  it('by-leasing/10.2/б · that is clean may be attached, once', async () => {
    const clientId = await bench.newClient();
    const fileId = await arrived(clientId, Buffer.from('%PDF-1.7 clean'));
    expect(await check(clientId, fileId)).toEqual({ fileId: toGlobalId('File', fileId), findings: [] });
    expect(await standing(clientId)).toMatchObject({ uploads: [{ state: 'CLEAN', signature: null }], breaches: [] });
    expect((await check(clientId, fileId)).findings).toMatchObject([{ code: 'BY_LEASING_UPLOAD_CHECKED_ALREADY' }]);
  });

  it('by-leasing/10.2/а · of another type is refused, and staff take out of use what should not be there', async () => {
    const clientId = await bench.newClient();
    const program = await arrived(clientId, Buffer.from('MZ'), 'application/vnd.microsoft.portable-executable');
    expect((await check(clientId, program)).findings).toEqual([
      { code: 'BY_LEASING_UPLOAD_NOT_ALLOWED', clauses: [{ id: 'by-leasing/10.2/а' }] },
    ]);
    expect((await standing(clientId)).uploads).toEqual([]);
    const picture = await arrived(clientId, Buffer.from('picture'), 'image/png');
    await check(clientId, picture);
    const withdraw = (reason: string) => bench.ask(WITHDRAW, { input: { fileId: toGlobalId('File', picture), reason } });
    expect((await withdraw('')).byLeasingWithdrawUpload.findings).toEqual([{ code: 'BY_LEASING_TEXT_REQUIRED' }]);
    expect((await withdraw('Запрещённая информация')).byLeasingWithdrawUpload.findings).toEqual([]);
    expect((await standing(clientId)).uploads).toMatchObject([{ state: 'WITHDRAWN' }]);
    expect((await withdraw('ещё раз')).byLeasingWithdrawUpload.findings).toEqual([{ code: 'BY_LEASING_UPLOAD_NOT_FOUND' }]);
  });

  it('that is somebody else’s, or has not arrived, is not looked at', async () => {
    const [owner, other] = [await bench.newClient(), await bench.newClient()];
    const fileId = await arrived(owner, Buffer.from('%PDF-'));
    const promised = await arrived(other, Buffer.from('%PDF-'), 'application/pdf', 'REQUESTED');
    for (const id of [fileId, promised]) expect((await check(other, id)).findings).toMatchObject([{ code: 'BY_LEASING_UPLOAD_NOT_FOUND' }]);
  });

  it('stays unchecked while the scanner gives no answer', async () => {
    const clientId = await bench.newClient();
    const fileId = await arrived(clientId, Buffer.from('%PDF-'));
    bench.bind(malwareScannerPort, { name: 'down', scan: () => Promise.reject(new Error('no answer')) });
    expect((await check(clientId, fileId)).findings).toMatchObject([{ code: 'BY_LEASING_SCANNER_UNAVAILABLE' }]);
    bench.bind(malwareScannerPort, simulatedScanner());
    expect((await check(clientId, fileId)).findings).toEqual([]);
  });
});
