import { orderTransfer, settleTransfer } from '../../../modules/payments';
import { acceptIndividualTerms } from '../application/accept-individual-terms.command';
import { givePassportData } from '../registration/passport-data.command';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, decide, termsOf, transfer } from '../test-support/loan-steps';
import {
  applied,
  CODE_LENDER,
  codeBorrower,
  enter,
  moveMailbox,
  otherCode,
  packetCodeOf,
  packetOf,
  reviewed,
  sentApplication,
  signPacketOf,
  tick,
} from '../test-support/packet-steps';
import { passportData } from '../test-support/registration-steps';
import { clientSignature } from './packet-digest';
import { signPacketByCode } from './sign-packet.command';

const ID = 'ru-mfo/kapital-nt';

describe('terms that a code signs', () => {
  let bench: LoanBench;
  beforeEach(() => bench.clock.moveTo('2023-02-21T14:05:00Z'));
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: CODE_LENDER, at: '2023-02-21T14:05:00Z' });
  });
  afterAll(() => bench.close());

  const offered = async () => {
    const clientId = await codeBorrower(bench);
    const applicationId = await sentApplication(bench, clientId);
    await reviewed(bench, applicationId);
    const found = codesOf(await decide(bench, applicationId));
    if (found.length > 0) throw new Error(`Not offered: ${found.join(', ')}`);
    return { clientId, applicationId };
  };
  const statusOf = async (applicationId: string) =>
    (await bench.sql<{ status: string }>('select status from core.application where id = $1', [applicationId]))[0]!.status;
  const contractsOf = (applicationId: string) =>
    bench.sql<{ id: string; status: string; concluded_on: string | null }>(
      'select id, status, concluded_on::text from core.contract where application_id = $1',
      [applicationId],
    );
  const deadlineOf = async (applicationId: string, kind: string) =>
    (
      await bench.sql<{ due_at: Date; clause: string; state: string }>(
        'select due_at, clause, state from core.deadline where application_id = $1 and kind = $2 order by started_at desc limit 1',
        [applicationId, kind],
      )
    )[0];
  const noticesOf = async (applicationId: string, kind: string) =>
    bench.sql<{ channel: string; clause: string | null }>(
      'select channel, clause from core.notification where application_id = $1 and kind = $2 order by channel',
      [applicationId, kind],
    );
  const signaturesOf = async (applicationId: string) => {
    const rows = await bench.sql<{ id: string; kind: string; document_id: string; identifier: string; evidence: Buffer; sha256: string }>(
      `select s.id, d.kind, s.document_id, s.identifier, s.evidence, encode(d.sha256, 'hex') as sha256
       from core.signature s join core.document d on d.id = s.document_id where d.application_id = $1 order by d.kind`,
      [applicationId],
    );
    return rows.map((row) => ({
      ...row,
      evidence: (JSON.parse(bench.open(row.evidence, 'core.signature', row.id, 'evidence')) as { evidence: Record<string, unknown> })
        .evidence,
    }));
  };

  it(`${ID}/10 · the application counts as sent at the moment of the last step, and that moment is kept`, async () => {
    const clientId = await codeBorrower(bench);
    const applicationId = await sentApplication(bench, clientId);
    const [row] = await bench.sql<{ submitted_at: Date }>('select submitted_at from core.application where id = $1', [applicationId]);
    expect(row!.submitted_at.toISOString()).toBe('2023-02-21T14:05:00.000Z');
  });

  it(`${ID}/14 · sent on Tuesday 21 February 2023, the decision is due at the end of Tuesday the 28th in Samara`, async () => {
    const clientId = await codeBorrower(bench);
    const applicationId = await sentApplication(bench, clientId);
    expect(await deadlineOf(applicationId, 'ru-mfo/preliminary-decision')).toMatchObject({
      clause: `${ID}/14`,
      state: 'PENDING',
      due_at: new Date('2023-02-28T19:59:59.999Z'),
    });
    bench.clock.moveTo('2023-03-01T08:00:00Z');
    await reviewed(bench, applicationId);
    const { findings = [] } = await decide(bench, applicationId);
    expect(findings).toMatchObject([{ code: 'RU_MFO_DECISION_OVERDUE', severity: 'WARNING', clauses: [`${ID}/14`] }]);
  });

  it(`${ID}/23/1 · an approval is told by short message to the registered number and in the account`, async () => {
    const { applicationId } = await offered();
    expect(await noticesOf(applicationId, 'DECISION')).toEqual([
      { channel: 'CABINET', clause: `${ID}/23/1` },
      { channel: 'SMS', clause: `${ID}/23/1` },
    ]);
  });

  it(`${ID}/23/2 · a refusal is told by short message to the registered number and in the account`, async () => {
    const clientId = await codeBorrower(bench);
    const applicationId = await sentApplication(bench, clientId);
    await reviewed(bench, applicationId, { assess: { creditHistoryMeetsPolicy: false } });
    const grounds = [{ code: 'RU_MFO_CREDIT_HISTORY_NEGATIVE', note: null }];
    expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds }))).toEqual([]);
    expect(await noticesOf(applicationId, 'DECISION')).toEqual([
      { channel: 'CABINET', clause: `${ID}/23/2` },
      { channel: 'SMS', clause: `${ID}/23/2` },
    ]);
  });

  it(`${ID}/24/1 · the draft holds the chosen sum and term and the client’s passport`, async () => {
    const { applicationId } = await offered();
    const { text } = await termsOf(bench, applicationId);
    for (const held of ['10\u00a0000 рублей', '21 календарных дней', '4510 123456']) expect(text).toContain(held);
  });

  it(`${ID}/term/Общество · the terms bear the lender’s numbers and address`, async () => {
    const { applicationId } = await offered();
    const { text } = await termsOf(bench, applicationId);
    for (const held of ['1146623008707', '001603465007766', '443095']) expect(text).toContain(held);
  });

  it(`${ID}/term/Сайт · the terms name the lender’s site`, async () => {
    const { applicationId } = await offered();
    expect((await termsOf(bench, applicationId)).text).toContain('https://belkacredit.ru');
  });

  it(`${ID}/term/Контакт-центр · the terms name the contact centre’s number`, async () => {
    const { applicationId } = await offered();
    expect((await termsOf(bench, applicationId)).text).toContain('8 800 222 42 22');
  });

  it(`${ID}/term/Индивидуальные_условия · every application has terms of its own`, async () => {
    const [first, second] = [await offered(), await offered()];
    const [one, two] = [await termsOf(bench, first.applicationId), await termsOf(bench, second.applicationId)];
    expect(one.id).not.toBe(two.id);
    expect(one.sha256).not.toBe(two.sha256);
  });

  it(`${ID}/24/2 · after a correction the draft is formed anew, and the earlier one can no longer be signed`, async () => {
    const { clientId, applicationId } = await offered();
    const before = await packetOf(bench, applicationId);
    await tick(bench, clientId, before);
    const code = await packetCodeOf(bench, clientId, before);
    const corrected = passportData(clientId, { passportSeries: '4510', registeredAddress: 'г. Самара, ул. Новая, д. 2' });
    expect(codesOf(await bench.execute(givePassportData, corrected, bench.client(clientId)))).toEqual([]);
    const after = await packetOf(bench, applicationId);
    expect(after.id).not.toBe(before.id);
    expect(codesOf(await enter(bench, clientId, before.id, code))).toEqual(['RU_MFO_DRAFT_SUPERSEDED']);
    const terms = await termsOf(bench, applicationId);
    expect(terms.text).toContain('ул. Новая, д. 2');
    const voided = await bench.sql<{ status: string }>('select status from core.document where id = any($1)', [
      before.documents.map(({ documentId }) => documentId),
    ]);
    expect(new Set(voided.map(({ status }) => status))).toEqual(new Set(['VOID']));
    bench.clock.moveTo('2023-02-21T14:15:00Z');
    expect((await signPacketOf(bench, clientId, applicationId)).findings).toEqual([]);
  });

  it(`${ID}/24/3 · no code is sent while one of the four documents is not ticked`, async () => {
    const { clientId, applicationId } = await offered();
    const packet = await packetOf(bench, applicationId);
    expect(packet.documents.filter(({ required }) => required).map(({ kind }) => kind)).toEqual([
      'INDIVIDUAL_TERMS',
      'CREDIT_REPORT_CONSENT',
      'ESIGN_AGREEMENT',
      'LOAN_APPLICATION',
      'PERSONAL_DATA_CONSENT',
    ]);
    await tick(
      bench,
      clientId,
      packet,
      packet.documents.filter(({ kind }) => kind !== 'ESIGN_AGREEMENT'),
    );
    const { findings } = await packetCodeOf(bench, clientId, packet);
    expect(findings).toMatchObject([{ code: 'RU_MFO_SIGNATURE_MISSING', facts: { missing: 'ESIGN_AGREEMENT' }, clauses: [`${ID}/24/3`] }]);
  });

  it(`${ID}/24/4 · every signature keeps the tick, the phone’s confirmation and the document’s version`, async () => {
    const { clientId, applicationId } = await offered();
    await signPacketOf(bench, clientId, applicationId);
    const signatures = await signaturesOf(applicationId);
    expect(signatures).toHaveLength(5);
    for (const { evidence, sha256 } of signatures) {
      expect(evidence).toMatchObject({ act: 'SIGN', codeChannel: 'SMS', tickedAt: '2023-02-21T14:05:00.000Z' });
      expect(evidence).toHaveProperty('phoneConfirmation');
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it(`${ID}/24/6 · consent to advertising is offered, and the terms are signed without it`, async () => {
    const { clientId, applicationId } = await offered();
    const packet = await packetOf(bench, applicationId);
    expect(packet.documents.find(({ kind }) => kind === 'ADVERTISING_CONSENT')).toMatchObject({ required: false });
    expect((await signPacketOf(bench, clientId, applicationId)).findings).toEqual([]);
    expect((await signaturesOf(applicationId)).map(({ kind }) => kind)).not.toContain('ADVERTISING_CONSENT');
  });

  it(`${ID}/24/5 · a contract whose documents are not signed may be refused, and the ground is kept`, async () => {
    const { clientId, applicationId } = await offered();
    const packet = await packetOf(bench, applicationId);
    const grounds = [{ code: 'RU_MFO_SIGNATURE_MISSING', note: null }];
    bench.clock.moveTo('2023-02-22T08:00:00Z');
    expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds }))).toEqual([]);
    const [decision] = await bench.sql<{ grounds: unknown }>(
      'select grounds from core.decision where application_id = $1 order by decided_at desc, id desc limit 1',
      [applicationId],
    );
    expect(decision!.grounds).toEqual([{ code: 'RU_MFO_SIGNATURE_MISSING', note: null, clause: `${ID}/24/5` }]);
    expect(codesOf(await tick(bench, clientId, packet))).toEqual(['RU_MFO_DRAFT_SUPERSEDED']);
  });

  it(`${ID}/25 · the client’s signature sends the offer: its moment is kept and the contract waits for its money`, async () => {
    const { clientId, applicationId } = await offered();
    bench.clock.moveTo('2023-02-24T08:00:00Z');
    await signPacketOf(bench, clientId, applicationId);
    expect(await statusOf(applicationId)).toBe('SIGNED');
    const [row] = await bench.sql<{ accepted_at: Date }>('select accepted_at from ru_mfo.application where application_id = $1', [
      applicationId,
    ]);
    expect(row!.accepted_at.toISOString()).toBe('2023-02-24T08:00:00.000Z');
    expect(await contractsOf(applicationId)).toMatchObject([{ status: 'AWAITING_TRANSFER', concluded_on: null }]);
  });

  it(`${ID}/25 · nobody else signs for the client`, async () => {
    const { clientId, applicationId } = await offered();
    const packet = await packetOf(bench, applicationId);
    await tick(bench, clientId, packet);
    const code = await packetCodeOf(bench, clientId, packet);
    const stranger = await codeBorrower(bench);
    const input = { packetId: packet.id, ...code };
    expect(codesOf(await bench.execute(signPacketByCode, input, bench.officer))).toEqual(['RU_MFO_OFFER_NOT_SIGNED']);
    expect(codesOf(await bench.execute(signPacketByCode, input, bench.client(stranger)))).toEqual(['RU_MFO_PACKET_NOT_FOUND']);
  });

  it(`${ID}/26 · a code that came by another way than a short message signs nothing`, async () => {
    const { clientId, applicationId } = await offered();
    const packet = await packetOf(bench, applicationId);
    await tick(bench, clientId, packet);
    const code = await packetCodeOf(bench, clientId, packet, 'CALL');
    expect(codesOf(await enter(bench, clientId, packet.id, code))).toContain('RU_MFO_CHANNEL_NOT_ALLOWED');
    expect(await statusOf(applicationId)).toBe('OFFERED');
    expect(await signaturesOf(applicationId)).toEqual([]);
  });

  it(`${ID}/27/1 · a wrong code sends nothing: no signature, no contract, and the right one still signs`, async () => {
    const { clientId, applicationId } = await offered();
    const packet = await packetOf(bench, applicationId);
    await tick(bench, clientId, packet);
    const code = await packetCodeOf(bench, clientId, packet);
    const { findings = [] } = await enter(bench, clientId, packet.id, { ...code, code: otherCode(code.code) });
    expect(findings).toMatchObject([
      { code: 'RU_MFO_SMS_CODE_INVALID', clauses: [`${ID}/27/1`], facts: { reason: 'CODE_INVALID', attemptsLeft: 4 } },
    ]);
    expect(await statusOf(applicationId)).toBe('OFFERED');
    expect(await signaturesOf(applicationId)).toEqual([]);
    expect(await contractsOf(applicationId)).toEqual([]);
    expect(codesOf(await enter(bench, clientId, packet.id, code))).toEqual([]);
  });

  it(`${ID}/27/1 · the code of another packet, or of other ticks, is a wrong code`, async () => {
    const first = await offered();
    const second = await offered();
    const [one, two] = [await packetOf(bench, first.applicationId), await packetOf(bench, second.applicationId)];
    await tick(bench, first.clientId, one);
    await tick(bench, second.clientId, two);
    const code = await packetCodeOf(bench, first.clientId, one);
    expect(codesOf(await enter(bench, second.clientId, two.id, code))).toEqual(['RU_MFO_SMS_CODE_INVALID']);
    // Another document was ticked since: what the code was sent for is not what would be signed.
    await tick(bench, first.clientId, one, one.documents);
    expect(codesOf(await enter(bench, first.clientId, one.id, code))).toEqual(['RU_MFO_SMS_CODE_INVALID']);
    expect(await statusOf(first.applicationId)).toBe('OFFERED');
  });

  it(`${ID}/27/2 · the right code signs and sends; the button of other lenders does not`, async () => {
    const { clientId, applicationId } = await offered();
    const { sha256 } = await termsOf(bench, applicationId);
    const pressed = { applicationId, documentSha256: sha256, choice: 'WITHOUT_INSURANCE' as const };
    const { findings = [] } = await bench.execute(acceptIndividualTerms, pressed, bench.client(clientId));
    expect(findings).toMatchObject([{ code: 'RU_MFO_ACCEPTANCE_METHOD_INVALID', clauses: [`${ID}/27/2`] }]);
    expect((await signPacketOf(bench, clientId, applicationId)).findings).toEqual([]);
    expect(await statusOf(applicationId)).toBe('SIGNED');
    const packet = await packetOf(bench, applicationId);
    expect(packet.status).toBe('SIGNED');
    expect(codesOf(await tick(bench, clientId, packet))).toEqual(['RU_MFO_PACKET_SIGNED']);
  });

  it(`${ID}/28/1 · terms whose mailbox is no longer the client’s are not signed`, async () => {
    const { clientId, applicationId } = await offered();
    await bench.execute(moveMailbox, { clientId, email: `moved-${applicationId.slice(-8)}@example.org` }, bench.officer);
    const { findings = [] } = await signPacketOf(bench, clientId, applicationId);
    expect(findings).toMatchObject([{ code: 'RU_MFO_SIGNATURE_ELEMENTS_MISSING', facts: { missing: 'EMAIL' }, clauses: [`${ID}/28/1`] }]);
    expect(await statusOf(applicationId)).toBe('OFFERED');
  });

  it(`${ID}/28/2 · the other documents are signed under the agreement on the signature that was joined`, async () => {
    const { clientId, applicationId } = await offered();
    await signPacketOf(bench, clientId, applicationId);
    const others = (await signaturesOf(applicationId)).filter(({ kind }) => kind !== 'INDIVIDUAL_TERMS');
    expect(others.map(({ evidence }) => evidence.agreement)).toEqual(Array(4).fill('2022-09-20'));
  });

  for (const clause of ['term/АСП', 'term/Соглашение_о_дистанционном_взаимодействии']) {
    it(`${ID}/${clause} · without the agreement nothing is signed; with it the signature points at its version`, async () => {
      const { clientId, applicationId } = await offered();
      await bench.sql("update ru_mfo.registration set signature_agreement_version = '' where client_id = $1", [clientId]);
      expect(codesOf(await signPacketOf(bench, clientId, applicationId))).toEqual(['RU_MFO_SIGNATURE_AGREEMENT_MISSING']);
      await bench.sql("update ru_mfo.registration set signature_agreement_version = '2022-09-20' where client_id = $1", [clientId]);
      bench.clock.moveTo('2023-02-21T14:10:00Z');
      expect((await signPacketOf(bench, clientId, applicationId)).findings).toEqual([]);
      expect((await signaturesOf(applicationId))[0]!.evidence.agreement).toBe('2022-09-20');
    });
  }

  it(`${ID}/term/Подпись_Клиента · every document bears symbols of its own, made from the code’s entry and its text`, async () => {
    const { clientId, applicationId } = await offered();
    await signPacketOf(bench, clientId, applicationId);
    const signatures = await signaturesOf(applicationId);
    expect(new Set(signatures.map(({ identifier }) => identifier)).size).toBe(5);
    for (const { identifier, evidence, sha256, document_id } of signatures) {
      expect(identifier).toBe(clientSignature(evidence.ceremony as string, sha256));
      expect(await bench.signaturePageOf(document_id)).toContain(`Идентификатор: ${identifier}`);
    }
  });

  it(`${ID}/term/ПЭП · the signed document names its signer and bears the signature`, async () => {
    const { clientId, applicationId } = await offered();
    await signPacketOf(bench, clientId, applicationId);
    const terms = (await signaturesOf(applicationId)).find(({ kind }) => kind === 'INDIVIDUAL_TERMS')!;
    expect(terms.evidence.act).toBe('SIGN');
    const page = await bench.signaturePageOf(terms.document_id);
    expect(page).toEqual(expect.arrayContaining(['Подписал: Примерова Проба', `Подписанный SHA-256: ${terms.sha256}`]));
  });

  it(`${ID}/29/1 · an offer of 1 February can be signed on the 16th`, async () => {
    bench.clock.moveTo('2023-02-01T08:00:00Z');
    const { clientId, applicationId } = await offered();
    expect(await deadlineOf(applicationId, 'ru-mfo/offer')).toMatchObject({
      clause: `${ID}/29/1`,
      due_at: new Date('2023-02-16T19:59:59.999Z'),
    });
    bench.clock.moveTo('2023-02-16T19:50:00Z');
    expect((await signPacketOf(bench, clientId, applicationId)).findings).toEqual([]);
  });

  it(`${ID}/29/1 · an offer of 1 February is over on the 17th, and signing it closes the application`, async () => {
    bench.clock.moveTo('2023-02-01T08:00:00Z');
    const { clientId, applicationId } = await offered();
    bench.clock.moveTo('2023-02-16T20:00:00Z');
    const { findings = [] } = await signPacketOf(bench, clientId, applicationId);
    expect(findings).toMatchObject([{ code: 'RU_MFO_OFFER_EXPIRED', clauses: [`${ID}/29/1`], facts: { dueOn: '2023-02-16' } }]);
    expect(await statusOf(applicationId)).toBe('EXPIRED');
    expect(await contractsOf(applicationId)).toEqual([]);
  });

  it(`${ID}/29/2 · when the offer ends the client is told to apply again, and nothing can be signed`, async () => {
    bench.clock.moveTo('2023-02-01T08:00:00Z');
    const { clientId, applicationId } = await offered();
    const packet = await packetOf(bench, applicationId);
    await tick(bench, clientId, packet);
    bench.clock.moveTo('2023-02-16T19:58:00Z');
    const code = await packetCodeOf(bench, clientId, packet);
    bench.clock.moveTo('2023-02-16T20:00:00Z');
    await bench.fire(applicationId, 'ru-mfo/offer');
    expect(await statusOf(applicationId)).toBe('EXPIRED');
    expect(await noticesOf(applicationId, 'OFFER_OVER')).toEqual([
      { channel: 'CABINET', clause: `${ID}/29/2` },
      { channel: 'SMS', clause: `${ID}/29/2` },
    ]);
    const { findings = [] } = await enter(bench, clientId, packet.id, code);
    expect(findings).toMatchObject([{ code: 'RU_MFO_OFFER_EXPIRED', clauses: [`${ID}/29/2`], facts: { dueOn: '2023-02-16' } }]);
  });

  it(`${ID}/30 · the lender accepts by paying to where the application says`, async () => {
    const { clientId, applicationId } = await offered();
    const { contractId } = await signPacketOf(bench, clientId, applicationId);
    const { transferId } = await bench.execute(orderTransfer, { contractId: contractId! });
    const [row] = await bench.sql<{ method: string; amount: string }>('select method, amount::text from core.transfer where id = $1', [
      transferId,
    ]);
    expect(row).toEqual({ method: 'BANK_ACCOUNT', amount: '10000.00' });
    expect((await bench.sql<{ status: string }>('select status from core.contract where id = $1', [contractId]))[0]!.status).toBe(
      'AWAITING_TRANSFER',
    );
  });

  it(`${ID}/31/1 · sent on 24 February and received on the 25th, the contract is of the 25th`, async () => {
    bench.clock.moveTo('2023-02-22T08:00:00Z');
    const { clientId, applicationId } = await offered();
    bench.clock.moveTo('2023-02-24T08:00:00Z');
    const { contractId } = await signPacketOf(bench, clientId, applicationId);
    const { transferId } = await bench.execute(orderTransfer, { contractId: contractId! });
    bench.clock.moveTo('2023-02-25T09:00:00Z');
    const at = new Date('2023-02-25T08:30:00Z');
    const outcome = { state: 'SETTLED' as const, partner: 'sandbox', partnerOperationId: 'op-31', at };
    await bench.execute(settleTransfer, { transferId: transferId!, outcome });
    expect(await contractsOf(applicationId)).toMatchObject([{ status: 'ACTIVE', concluded_on: '2023-02-25' }]);
  });

  it(`${ID}/31/2 · a transfer that failed leaves no contract and no debt`, async () => {
    const { clientId, applicationId } = await offered();
    const { contractId } = await signPacketOf(bench, clientId, applicationId);
    const { transferId } = await bench.execute(orderTransfer, { contractId: contractId! });
    await bench.execute(settleTransfer, {
      transferId: transferId!,
      outcome: { state: 'FAILED', partner: 'sandbox', reason: 'CARD_DECLINED' },
    });
    expect(await contractsOf(applicationId)).toMatchObject([{ status: 'AWAITING_TRANSFER', concluded_on: null }]);
    expect(await bench.sql('select 1 from core.posting where contract_id = $1', [contractId])).toEqual([]);
  });

  it(`${ID}/32 · after the money the signed terms stand in the account`, async () => {
    const { clientId, applicationId } = await offered();
    const { contractId } = await signPacketOf(bench, clientId, applicationId);
    await transfer(bench, contractId!);
    const documents = await bench.sql<{ kind: string; status: string; client_id: string }>(
      "select kind, status, client_id from core.document where application_id = $1 and kind = 'INDIVIDUAL_TERMS'",
      [applicationId],
    );
    expect(documents).toEqual([{ kind: 'INDIVIDUAL_TERMS', status: 'SENT', client_id: clientId }]);
  });

  it(`${ID}/41/1 · the schedule stands in item 6 of the terms and with the contract`, async () => {
    const { clientId, applicationId } = await offered();
    const { text } = await termsOf(bench, applicationId);
    expect(text).toContain('14.03.2023');
    const { contractId } = await signPacketOf(bench, clientId, applicationId);
    expect(codesOf(await transfer(bench, contractId!))).toEqual([]);
    const [row] = await bench.sql<{ due: string }>("select terms->'schedule'->0->>'dueOn' as due from core.contract where id = $1", [
      contractId,
    ]);
    expect(row!.due).toBe('2023-03-14');
  });

  it(`${ID}/42 · the rate of the signed contract is the one it is concluded by`, async () => {
    const { clientId, applicationId } = await offered();
    const { contractId } = await signPacketOf(bench, clientId, applicationId);
    const rateOf = async () =>
      (await bench.sql<{ rate: string }>("select terms->>'dailyRate' as rate from core.contract where id = $1", [contractId]))[0]!.rate;
    // The parties agreed on less than the tariff.
    await bench.sql(`update core.contract set terms = jsonb_set(terms, '{dailyRate}', '"0.5"') where id = $1`, [contractId]);
    expect(codesOf(await transfer(bench, contractId!))).not.toContain('RU_MFO_CONTRACT_PREVAILS');
    expect(await rateOf()).toBe('0.5');
  });

  it('documents of a packet are refused where they were read in another version', async () => {
    const { clientId, applicationId } = await offered();
    const packet = await packetOf(bench, applicationId);
    const changed = packet.documents.map((document) => ({ ...document, sha256: 'ab'.repeat(32) }));
    expect(codesOf(await tick(bench, clientId, packet, changed))).toEqual(['RU_MFO_DOCUMENT_CHANGED']);
    const unknown = [{ ...packet.documents[0]!, documentId: applicationId }];
    expect(codesOf(await tick(bench, clientId, packet, unknown))).toEqual(['RU_MFO_PACKET_DOCUMENT_UNKNOWN']);
  });

  it('an application without the warnings acknowledged is not sent', async () => {
    const clientId = await codeBorrower(bench);
    await expect(sentApplication(bench, clientId, applied({ acknowledged: ['FALSE_DATA_RISK'] }))).rejects.toThrow(
      'RU_MFO_TERMS_NOT_ACCEPTED',
    );
    await expect(sentApplication(bench, clientId, applied({ acknowledged: ['NONSENSE'] }))).rejects.toThrow('RU_MFO_WARNING_UNKNOWN');
  });
});
