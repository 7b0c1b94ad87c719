import { toGlobalId } from '../../../schema/base';
import { CabinetBench, codesOf } from '../test-support/cabinet-bench';
import { type FilePetition, filePetition, processPetition, withdrawPetition } from './petition.commands';

const ALL = `query ($id: ID!) { client(id: $id) { byLeasing { petitions { number subject contractNumber status receivedAt text answer } } } }`;

describe('a petition', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());

  const file = (clientId: string, parts: Partial<FilePetition> = {}) => {
    const petition = {
      subject: 'PAYMENT_DATE' as const,
      contractNumber: 'FL-1001',
      text: 'Прошу перенести платёж на 20 июля.',
      fileIds: [],
    };
    return bench.execute(filePetition, { clientId, ...petition, ...parts }, bench.client(clientId));
  };
  const shown = async (clientId: string, caller = bench.client(clientId)) =>
    (await bench.ask(ALL, { id: toGlobalId('Client', clientId) }, caller)).client.byLeasing.petitions;

  it('by-leasing/3.13.8 · gets a number, its moment of receipt and a status', async () => {
    const clientId = await bench.newClient();
    expect(codesOf(await file(clientId))).toEqual([]);
    const [petition] = await shown(clientId);
    expect(petition).toMatchObject({
      number: expect.stringMatching(/^Х-2026-\d{6}$/),
      contractNumber: 'FL-1001',
      status: 'RECEIVED',
      text: 'Прошу перенести платёж на 20 июля.',
      answer: null,
    });
    expect(petition.receivedAt).toMatch(/^2026-06-01T/);
    await file(clientId, { subject: 'OTHER', contractNumber: null });
    const numbers = (await shown(clientId)).map(({ number }: { number: string }) => Number(number.slice(-6)));
    expect(numbers[0]).toBe(numbers[1] + 1);
  });

  it('by-leasing/7.5 · that was processed is told to its client by SMS and in the cabinet, with its status', async () => {
    const clientId = await bench.newClient();
    const { petitionId } = await file(clientId);
    await bench.done(processPetition, { petitionId: petitionId!, status: 'GRANTED', answer: 'Платёж перенесён.' });
    const [petition] = await shown(clientId);
    expect(petition).toMatchObject({ status: 'GRANTED', answer: 'Платёж перенесён.' });
    const notices = await bench.notices(clientId);
    expect(notices.map(({ channel, kind, clause }) => [channel, kind, clause])).toEqual([
      ['CABINET', 'BY_LEASING_RESULT_GRANTED', 'by-leasing/7.5'],
      ['SMS', 'BY_LEASING_RESULT_GRANTED', 'by-leasing/7.5'],
    ]);
    for (const { text } of notices) expect(text).toContain(petition.number);
  });

  it('is taken up, answered once with a text, or taken back before', async () => {
    const clientId = await bench.newClient();
    const asClient = bench.client(clientId);
    const { petitionId } = await file(clientId);
    await bench.done(processPetition, { petitionId: petitionId!, status: 'IN_REVIEW', answer: null });
    expect(codesOf(await bench.execute(processPetition, { petitionId: petitionId!, status: 'REFUSED', answer: ' ' }))).toEqual([
      'BY_LEASING_TEXT_REQUIRED',
    ]);
    await bench.done(processPetition, { petitionId: petitionId!, status: 'REFUSED', answer: 'Нет оснований.' });
    expect(codesOf(await bench.execute(withdrawPetition, { petitionId: petitionId! }, asClient))).toEqual(['BY_LEASING_PETITION_CLOSED']);
    const second = await file(clientId);
    await bench.done(withdrawPetition, { petitionId: second.petitionId! }, asClient);
    expect((await shown(clientId)).map(({ status }: { status: string }) => status)).toEqual(['WITHDRAWN', 'REFUSED']);
  });

  it('needs a text, and takes only checked files of the client', async () => {
    const clientId = await bench.newClient();
    expect(codesOf(await file(clientId, { text: '' }))).toEqual(['BY_LEASING_TEXT_REQUIRED']);
    expect(codesOf(await file(clientId, { fileIds: [crypto.randomUUID()] }))).toEqual(['BY_LEASING_UPLOAD_NOT_CHECKED']);
    expect(await shown(clientId)).toEqual([]);
  });

  it('is nobody else’s: another client neither sees nor withdraws it', async () => {
    const [owner, other] = [await bench.newClient(), await bench.newClient()];
    const { petitionId } = await file(owner);
    const refused = await bench.execute(withdrawPetition, { petitionId: petitionId! }, bench.client(other));
    expect(codesOf(refused)).toEqual(['BY_LEASING_PETITION_NOT_FOUND']);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await bench.ask(node, { id: toGlobalId('ByLeasingPetition', petitionId!) }, bench.client(other))).node).toBeNull();
  });

  it('by-leasing/9.1.1 · leaves a trace when staff read what it says', async () => {
    const clientId = await bench.newClient();
    await file(clientId);
    await shown(clientId);
    expect(await bench.audit('readClientPersonal')).toEqual([]);
    expect(await shown(clientId, bench.officer)).toHaveLength(1);
    expect(await bench.audit('readClientPersonal')).toMatchObject([{ actor_subject: 'officer-1', outcome: 'DONE' }]);
  });
});
