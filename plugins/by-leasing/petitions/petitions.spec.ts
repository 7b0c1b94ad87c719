import { createHash } from 'node:crypto';
import { toGlobalId } from '../../../schema/base';
import type { IntegrityBatch } from '../documents/integrity';
import { checkProofs } from '../documents/proofs';
import { missingEvidence } from '../identification/operation-evidence';
import { setService } from '../services/set-service.command';
import { CabinetBench, codesOf } from '../test-support/cabinet-bench';
import { CODE_WORD } from '../test-support/leasing-bench';
import type { Confirmation } from './confirm-petition';
import { processPetition, sendPetition, type WritePetition, withdrawPetition, writePetition } from './petition.commands';

const ALL = `query ($id: ID!) { client(id: $id) { byLeasing { petitions { number subject contractNumber status receivedAt text answer } } } }`;

describe('a petition', () => {
  let bench: CabinetBench;
  beforeAll(async () => {
    bench = await CabinetBench.open();
  });
  afterAll(() => bench.close());

  const write = (clientId: string, parts: Partial<WritePetition> = {}) => {
    const petition = {
      subject: 'PAYMENT_DATE' as const,
      contractNumber: 'FL-1001',
      text: 'Прошу перенести платёж на 20 июля.',
      fileIds: [],
    };
    return bench.execute(writePetition, { clientId, ...petition, ...parts }, bench.client(clientId));
  };
  const nothing: Confirmation = { ceremonyId: null, code: null, codeWord: null };
  const send = (clientId: string, petitionId: string, confirmation: Confirmation) =>
    bench.execute(sendPetition, { clientId, petitionId, ...confirmation }, bench.client(clientId));
  const confirmed = async (clientId: string, petitionId: string) => {
    const code = await bench.code(clientId, { type: 'ByLeasingPetition', id: petitionId });
    return send(clientId, petitionId, { ...code, codeWord: CODE_WORD });
  };
  const file = async (clientId: string, parts: Partial<WritePetition> = {}) => {
    const { petitionId } = await write(clientId, parts);
    return confirmed(clientId, petitionId!);
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

  it('by-leasing/3.12 · whose proof was taken away is found with the documents, in batches of any size', async () => {
    const clientId = await bench.newClient();
    const ids = [];
    for (const _ of [1, 2, 3]) ids.push((await file(clientId)).petitionId!);
    const told = async () => {
      for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after !== undefined; )
        after = ((await bench.done(checkProofs, { after, batch: 2 })) as IntegrityBatch).next;
      return bench.sql("select 1 from core.event_inbox where payload->>'what' = 'EVIDENCE_MISSING' and client_id = $1", [clientId]);
    };
    expect(await told()).toEqual([]);
    await bench.sql('alter table by_leasing.operation_evidence disable trigger user');
    await bench.sql('delete from by_leasing.operation_evidence where operation_id = $1', [ids[1]]);
    expect(await told()).toHaveLength(1);
  });

  it('by-leasing/3.12 · that was sent is proven by one XML: who was identified, by what it was confirmed, and which text it was', async () => {
    const clientId = await bench.newClient();
    const { petitionId: draft } = await write(clientId);
    const missing = (id: string) => bench.leasing.run((context) => missingEvidence(context, id));
    expect(await missing(draft!)).toMatchObject({ code: 'BY_LEASING_XML_EVIDENCE_MISSING', clauses: ['by-leasing/3.12'] });
    expect(codesOf(await confirmed(clientId, draft!))).toEqual([]);
    expect(await missing(draft!)).toBeNull();
    const proofs = 'query ($id: ID!) { client(id: $id) { byLeasing { operationEvidence { operationId xml } } } }';
    const { client } = await bench.ask(proofs, { id: toGlobalId('Client', clientId) }, bench.client(clientId));
    const [{ operationId, xml }] = client.byLeasing.operationEvidence;
    expect(operationId).toBe(toGlobalId('ByLeasingPetition', draft!));
    const digest = createHash('sha256').update('Прошу перенести платёж на 20 июля.', 'utf8').digest('hex');
    for (const part of ['identification', 'CODE_WORD', 'OTP', 'PETITION', digest]) expect(xml).toContain(part);
    expect(xml).not.toContain(CODE_WORD);
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

  it('by-leasing/3.13.9 · for a certificate, another operation than the named ones, is refused without an authentication of its own, and recorded', async () => {
    const clientId = await bench.newClient();
    const { petitionId } = await write(clientId, { subject: 'CERTIFICATE', contractNumber: null });
    const refused = await send(clientId, petitionId!, nothing);
    expect(codesOf(refused)).toContain('BY_LEASING_STEP_UP_REQUIRED');
    expect(await shown(clientId)).toMatchObject([{ status: 'DRAFT', number: null }]);
    const kept = await bench.sql('select operation, grounds from by_leasing.operation_refusal where client_id = $1', [clientId]);
    expect(kept).toMatchObject([{ operation: 'REQUEST_CERTIFICATE', grounds: expect.arrayContaining(['BY_LEASING_STEP_UP_REQUIRED']) }]);
    expect(codesOf(await confirmed(clientId, petitionId!))).toEqual([]);
    expect(await shown(clientId)).toMatchObject([{ status: 'RECEIVED', subject: 'CERTIFICATE' }]);
  });

  it('by-leasing/3.13.9 · for a certificate is not taken while the service is switched off', async () => {
    const clientId = await bench.newClient();
    await bench.done(setService, { service: 'REQUEST_CERTIFICATE', enabled: false, effectiveFrom: null });
    const refused = await file(clientId, { subject: 'CERTIFICATE' });
    expect(codesOf(refused)).toEqual(['BY_LEASING_FUNCTION_UNAVAILABLE']);
    expect(codesOf(await file(clientId))).toEqual([]);
    await bench.done(setService, { service: 'REQUEST_CERTIFICATE', enabled: true, effectiveFrom: null });
  });

  it('is sent by one code that is good for no other petition, and by the right code word', async () => {
    const clientId = await bench.newClient();
    const [first, second] = [(await write(clientId)).petitionId!, (await write(clientId)).petitionId!];
    const code = await bench.code(clientId, { type: 'ByLeasingPetition', id: first });
    expect(codesOf(await send(clientId, second, { ...code, codeWord: CODE_WORD }))).toContain('BY_LEASING_OTP_INVALID');
    expect(codesOf(await send(clientId, first, { ...code, codeWord: 'Журавли' }))).toContain('BY_LEASING_AUTH_FACTOR_FAILED');
    expect((await shown(clientId)).map(({ status }: { status: string }) => status)).toEqual(['DRAFT', 'DRAFT']);
  });

  it('of a legal entity is sent by an identification with its certificate, one for each', async () => {
    const clientId = await bench.newClient('LEGAL_ENTITY');
    const [first, second] = [(await write(clientId)).petitionId!, (await write(clientId)).petitionId!];
    expect(codesOf(await send(clientId, first, nothing))).toContain('BY_LEASING_STEP_UP_REQUIRED');
    bench.clock.advance({ minutes: 1 });
    await bench.identify(clientId, 'CERTIFICATE');
    expect(codesOf(await send(clientId, first, nothing))).toEqual([]);
    expect(codesOf(await send(clientId, second, nothing))).toContain('BY_LEASING_STEP_UP_REQUIRED');
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
    expect(codesOf(await write(clientId, { text: '' }))).toEqual(['BY_LEASING_TEXT_REQUIRED']);
    expect(codesOf(await write(clientId, { fileIds: [crypto.randomUUID()] }))).toEqual(['BY_LEASING_UPLOAD_NOT_CHECKED']);
    expect(await shown(clientId)).toEqual([]);
  });

  it('is nobody else’s: another client neither sees nor withdraws it', async () => {
    const [owner, other] = [await bench.newClient(), await bench.newClient()];
    const { petitionId } = await file(owner);
    const refused = await bench.execute(withdrawPetition, { petitionId: petitionId! }, bench.client(other));
    expect(codesOf(refused)).toEqual(['BY_LEASING_PETITION_NOT_FOUND']);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect((await bench.ask(node, { id: toGlobalId('ByLeasingPetition', petitionId!) }, bench.client(other))).node).toBeNull();
    // Nor does an officer take it back in the client's stead.
    expect(codesOf(await bench.execute(withdrawPetition, { petitionId: petitionId! }))).toEqual(['CLIENT_SESSION_REQUIRED']);
    expect((await shown(owner)).map(({ status }: { status: string }) => status)).toEqual(['RECEIVED']);
  });

  it('by-leasing/9.1.1 · leaves a trace when staff read what it says', async () => {
    const clientId = await bench.newClient();
    await file(clientId);
    await shown(clientId);
    expect(await bench.audit('readClientPersonal')).toEqual([]);
    expect(await shown(clientId, bench.officer)).toHaveLength(1);
    expect(await bench.audit('readClientPersonal')).toMatchObject([{ actor_subject: 'officer-12', outcome: 'DONE' }]);
  });
});
