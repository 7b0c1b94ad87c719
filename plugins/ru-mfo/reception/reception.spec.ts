import { withdrawApplication } from '../../../modules/applications';
import { orderTransfer, settleTransfer } from '../../../modules/payments';
import { publish } from '../publications';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, decide, start, termsOf, transfer } from '../test-support/loan-steps';
import { enter, otherCode, packetCodeOf, packetOf, signPacketOf, tick } from '../test-support/packet-steps';
import {
  account,
  agreed,
  applicant,
  codeSent,
  contacts,
  examined,
  MONDAY,
  military,
  RECEPTION_LENDER,
  send,
  signedApplication,
  stated,
} from '../test-support/reception-steps';
import { decideAgeException, proposeAgeException } from './age-exception.commands';
import { enterAccount } from './enter-account.command';
import { openAccount } from './open-account.command';
import { recordRegisterReply } from './record-register-reply.command';

const ID = 'ru-mfo/sotovy';
const TUESDAY_AFTER = '2023-06-13T08:00:00Z';

describe('from an account to a contract, at a lender of accounts by code', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: RECEPTION_LENDER, at: MONDAY });
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.clock.moveTo(MONDAY));

  const noticesOf = (clientId: string, kind: string) =>
    bench.sql<{ channel: string; clause: string | null }>(
      'select channel, clause from core.notification where client_id = $1 and kind = $2 order by channel',
      [clientId, kind],
    );
  const statusOf = async (applicationId: string) =>
    (await bench.sql<{ status: string }>('select status from core.application where id = $1', [applicationId]))[0]!.status;
  const deadlineOf = async (applicationId: string, kind: string) =>
    (
      await bench.sql<{ due_at: Date; clause: string; state: string }>(
        'select due_at, clause, state from core.deadline where application_id = $1 and kind = $2 order by started_at desc limit 1',
        [applicationId, kind],
      )
    )[0];
  const textOf = async (clientId: string, kind: string) => {
    const rows = await bench.sql<{ id: string; text_enc: Buffer }>(
      'select id, text_enc from core.notification where client_id = $1 and kind = $2 order by id desc limit 1',
      [clientId, kind],
    );
    return bench.open(rows[0]!.text_enc, 'core.notification', rows[0]!.id, 'text');
  };
  const approvable = async (wanted?: Parameters<typeof signedApplication>[3], own = stated()) => {
    const clientId = await applicant(bench);
    const applicationId = await signedApplication(bench, clientId, own, wanted);
    await examined(bench, clientId, applicationId);
    return { clientId, applicationId };
  };
  const offered = async (wanted?: Parameters<typeof signedApplication>[3]) => {
    const found = await approvable(wanted);
    expect(codesOf(await decide(bench, found.applicationId))).toEqual([]);
    return found;
  };
  const signed = async () => {
    const offer = await offered();
    expect(codesOf(await signPacketOf(bench, offer.clientId, offer.applicationId))).toEqual([]);
    const [contract] = await bench.sql<{ id: string }>('select id from core.contract where application_id = $1', [offer.applicationId]);
    return { ...offer, contractId: contract!.id };
  };
  const contractOf = async (id: string) =>
    (
      await bench.sql<{ status: string; concluded_on: string | null }>(
        'select status, concluded_on::text from core.contract where id = $1',
        [id],
      )
    )[0]!;

  describe('the account', () => {
    it(`${ID}/3.1.1 · agreement is kept with the versions of all three documents`, async () => {
      const clientId = await account(bench);
      const rows = await bench.sql<{ kind: string; version: string }>(
        'select kind, version from ru_mfo.agreement where client_id = $1 order by kind',
        [clientId],
      );
      expect(rows.map(({ kind }) => kind)).toEqual(['GENERAL_TERMS', 'INFORMATION', 'RULES']);
      const other = agreed.map((one) => ({ ...one, version: '2019-01-01' }));
      expect(codesOf(await bench.execute(openAccount, { ...contacts(), agreed: other }, bench.nobody))).toEqual([
        'RU_MFO_TERMS_NOT_ACCEPTED',
      ]);
    });

    it(`${ID}/3.1.2 · a phone or an e-mail address opens an account, neither does not`, async () => {
      const { phone, email } = contacts();
      await account(bench, { phone, email: null });
      await account(bench, { phone: null, email });
      expect(codesOf(await bench.execute(openAccount, { phone: null, email: null, agreed }, bench.nobody))).toEqual([
        'RU_MFO_FIELD_REQUIRED',
      ]);
      expect(codesOf(await bench.execute(openAccount, { phone: '+7903', email: null, agreed }, bench.nobody))).toContain(
        'RU_MFO_PHONE_INVALID',
      );
    });

    it('whose contact is known is answered like anybody else, and told so in private', async () => {
      const { phone, email } = contacts();
      const clientId = await account(bench, { phone, email: null });
      bench.clock.moveTo('2023-06-05T08:00:00Z');
      for (const again of [
        { phone, email: null },
        { phone, email },
      ]) {
        const { ceremonyId, findings = [] } = await bench.execute(openAccount, { ...again, agreed }, bench.nobody);
        expect([typeof ceremonyId, findings]).toEqual(['string', []]);
        const guess = { ceremonyId: ceremonyId!, code: '000000', contact: 'PHONE' as const };
        expect(codesOf(await bench.execute(enterAccount, guess, bench.nobody))).toEqual(['RU_MFO_SMS_CODE_INVALID']);
        bench.clock.moveTo('2023-06-05T08:10:00Z');
      }
      expect((await noticesOf(clientId, 'ACCOUNT_EXISTS')).map(({ channel }) => channel)).toEqual(['SMS', 'SMS']);
      expect(await noticesOf(clientId, 'CREDENTIALS')).toHaveLength(1);
      const other = await bench.execute(openAccount, { phone: contacts().phone, email: null, agreed }, bench.nobody);
      expect(Object.keys(other).sort()).toEqual(['ceremonyId', 'findings']);
    });

    it(`${ID}/3.1.3 · a wrong code lets nobody in, the sent one does, once`, async () => {
      const { ceremonyId } = await bench.execute(openAccount, { ...contacts(), agreed }, bench.nobody);
      const code = await codeSent(bench, ceremonyId!);
      const wrong = await bench.execute(enterAccount, { ceremonyId: ceremonyId!, code: otherCode(code), contact: 'PHONE' }, bench.nobody);
      expect(wrong.findings).toMatchObject([{ code: 'RU_MFO_SMS_CODE_INVALID', clauses: [`${ID}/3.1.3`] }]);
      expect(wrong.session).toBeUndefined();
      const right = { ceremonyId: ceremonyId!, code, contact: 'PHONE' as const };
      expect((await bench.execute(enterAccount, right, bench.nobody)).session).toBeDefined();
      expect(codesOf(await bench.execute(enterAccount, right, bench.nobody))).toEqual(['RU_MFO_SMS_CODE_INVALID']);
    });

    it(`${ID}/3.1.4 · login and password go to the same contact after the first entry, the password as a secret`, async () => {
      const { phone } = contacts();
      const clientId = await account(bench, { phone, email: null });
      expect(await noticesOf(clientId, 'CREDENTIALS')).toEqual([{ channel: 'SMS', clause: `${ID}/3.1.4` }]);
      expect(await textOf(clientId, 'CREDENTIALS')).toContain('{secret}');
    });

    it(`${ID}/1.3/Заявитель_Заемщик · a person is a potential client until money was provided`, async () => {
      const { clientId, contractId } = await signed();
      const served = async () =>
        (
          await bench.sql<{ served_since: Date | null }>('select served_since from ru_mfo.registration where client_id = $1', [clientId])
        )[0]!.served_since;
      expect(await served()).toBeNull();
      await transfer(bench, contractId);
      expect(await served()).not.toBeNull();
    });
  });

  describe('the application', () => {
    it(`${ID}/1.3/Микрозаем · cash is no way to provide a loan`, async () => {
      const clientId = await applicant(bench);
      const { findings } = await start(bench, clientId, stated({ payoutMethod: 'CASH' }));
      expect(findings).toMatchObject([{ code: 'RU_MFO_PAYOUT_METHOD_NOT_ALLOWED', clauses: [`${ID}/1.3/Микрозаем`] }]);
    });

    it.each([
      ['2.1', 'for business', { purpose: 'BUSINESS' }, 'RU_MFO_PURPOSE_NOT_ALLOWED'],
      ['2.1', 'without a purpose', { purpose: null }, 'RU_MFO_PURPOSE_NOT_ALLOWED'],
      ['2.2', 'with a guarantor', { security: ['GUARANTOR'] }, 'RU_MFO_SECURITY_NOT_ALLOWED'],
      ['3.2.1', 'on an old form', { formVersion: '2021-01-01' }, 'RU_MFO_APPLICATION_FORM_INVALID'],
    ] as const)(`${ID}/%s · an application %s is not sent, and stays a draft`, async (_point, _what, changes, code) => {
      const clientId = await applicant(bench);
      const applicationId = await signedApplication(bench, clientId, stated(changes));
      expect(codesOf(await send(bench, clientId, applicationId))).toContain(code);
      expect(await statusOf(applicationId)).toBe('DRAFT');
    });

    it(`${ID}/3.2.3/а · without the agreement on the signature there is nothing to sign and nothing to send`, async () => {
      const clientId = await applicant(bench);
      const { applicationId } = await start(bench, clientId, stated({ signatureAgreementVersion: null }));
      expect(codesOf(await send(bench, clientId, applicationId!))).toContain('RU_MFO_SIGNATURE_AGREEMENT_MISSING');
    });

    it(`${ID}/3.2.3/б · one code signs the application and both consents, and each shows it`, async () => {
      const clientId = await applicant(bench);
      const applicationId = await signedApplication(bench, clientId);
      const rows = await bench.sql<{ kind: string; ceremony_id: string; status: string }>(
        `select d.kind, s.ceremony_id, d.status from core.signature s join core.document d on d.id = s.document_id
         where d.application_id = $1 order by d.kind`,
        [applicationId],
      );
      expect(rows.map(({ kind, status }) => [kind, status])).toEqual([
        ['CREDIT_REPORT_CONSENT', 'SENT'],
        ['LOAN_APPLICATION', 'SENT'],
        ['PERSONAL_DATA_CONSENT', 'SENT'],
      ]);
      expect(new Set(rows.map(({ ceremony_id }) => ceremony_id)).size).toBe(1);
      const { documents } = await packetOf(bench, applicationId, 'APPLICATION');
      for (const { documentId } of documents)
        expect((await bench.signaturePageOf(documentId)).join('\n')).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    });

    it(`${ID}/3.3/а · an unsigned application does not reach the lender`, async () => {
      const clientId = await applicant(bench);
      const { applicationId } = await start(bench, clientId, stated());
      expect(codesOf(await send(bench, clientId, applicationId!))).toContain('RU_MFO_SIGNATURE_MISSING');
      expect(await statusOf(applicationId!)).toBe('DRAFT');
    });

    it(`${ID}/3.3/б · the receipt is told by short message and e-mail`, async () => {
      const { clientId } = await approvable();
      expect(await noticesOf(clientId, 'APPLICATION_RECEIVED')).toEqual([
        { channel: 'EMAIL', clause: `${ID}/3.3/б` },
        { channel: 'SMS', clause: `${ID}/3.3/б` },
      ]);
    });

    it(`${ID}/3.4.1 · an application gets its number and moment, one after the other`, async () => {
      const numberOf = async (applicationId: string) =>
        (
          await bench.sql<{ registration_no: string; registered_at: Date }>(
            'select registration_no, registered_at from ru_mfo.reception where application_id = $1',
            [applicationId],
          )
        )[0]!;
      const first = await numberOf((await approvable()).applicationId);
      const second = await numberOf((await approvable()).applicationId);
      expect(first.registration_no).toMatch(/^2023\/\d{6}$/);
      expect(Number(second.registration_no.slice(5))).toBe(Number(first.registration_no.slice(5)) + 1);
      expect(second.registered_at.toISOString()).toBe('2023-06-05T07:00:00.000Z');
    });

    it(`${ID}/3.5 · the target is three hours, the limit the end of the third day`, async () => {
      const { applicationId } = await approvable();
      expect(await deadlineOf(applicationId, 'ru-mfo/decision-target')).toMatchObject({
        due_at: new Date('2023-06-05T10:00:00.000Z'),
        clause: `${ID}/3.5`,
      });
      expect(await deadlineOf(applicationId, 'ru-mfo/preliminary-decision')).toMatchObject({
        due_at: new Date('2023-06-08T20:59:59.999Z'),
        clause: `${ID}/3.5`,
      });
      bench.clock.moveTo('2023-06-05T10:00:01Z');
      await bench.fire(applicationId, 'ru-mfo/decision-target');
      expect(await deadlineOf(applicationId, 'ru-mfo/decision-target')).toMatchObject({ state: 'MISSED' });
      bench.clock.moveTo('2023-06-09T07:00:00Z');
      await military(bench, applicationId, false);
      const { findings = [] } = await decide(bench, applicationId);
      expect(findings).toMatchObject([{ code: 'RU_MFO_DECISION_OVERDUE', severity: 'WARNING', clauses: [`${ID}/3.5`] }]);
    });
  });

  describe('the decision', () => {
    it(`${ID}/2.5/3 · adverse information with its source refuses`, async () => {
      const { applicationId } = await approvable();
      const source = 'Служба безопасности, справка № 7';
      const reply = { applicationId, register: 'REPUTATION' as const, adverse: true, source, repliedAt: MONDAY };
      expect(codesOf(await bench.execute(recordRegisterReply, { ...reply, source: ' ' }))).toEqual(['RU_MFO_FIELD_REQUIRED']);
      await bench.execute(recordRegisterReply, reply);
      expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_REPUTATION_ADVERSE');
    });

    it(`${ID}/2.5/8 · temporary measures refuse, and a reply older than the application does not count`, async () => {
      const { applicationId } = await approvable();
      await military(bench, applicationId, true);
      expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_MILITARY_REGISTER');
      const clientId = await applicant(bench);
      const later = await signedApplication(bench, clientId);
      await military(bench, later, false);
      bench.clock.moveTo('2023-06-05T08:00:00Z');
      await send(bench, clientId, later);
      expect(codesOf(await decide(bench, later))).toContain('RU_MFO_REGISTER_REPLY_MISSING');
    });

    it(`${ID}/2.3.2/исключение · above 70 a proposal waits for somebody else’s decision, and both are kept`, async () => {
      const clientId = await applicant(bench, {
        birthDate: '1950-01-01',
        passport: { series: '4510', number: '123457', issuedOn: '2005-06-01', unitCode: '770-001' },
      });
      const applicationId = await signedApplication(bench, clientId);
      await examined(bench, clientId, applicationId);
      expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_AGE_ABOVE_MAX');
      expect(codesOf(await bench.execute(proposeAgeException, { applicationId, reasons: ' ' }))).toEqual(['RU_MFO_FIELD_REQUIRED']);
      const { exceptionId } = await bench.execute(proposeAgeException, {
        applicationId,
        reasons: 'Постоянный доход, три займа возвращены в срок',
      });
      expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_AGE_ABOVE_MAX');
      const decision = { applicationId, exceptionId: exceptionId!, approved: true, decisionNo: 'Протокол № 4' };
      expect(codesOf(await bench.execute(decideAgeException, decision))).toEqual(['RU_MFO_EXCEPTION_OWN_PROPOSAL']);
      const director = { ...bench.officer, subject: 'officer-2' };
      expect(codesOf(await bench.execute(decideAgeException, decision, director))).toEqual([]);
      expect(codesOf(await bench.execute(decideAgeException, decision, director))).toEqual(['RU_MFO_EXCEPTION_NOT_FOUND']);
      expect(codesOf(await decide(bench, applicationId))).toEqual([]);
    });

    it(`${ID}/2.3.3 · a kind of loan for returning clients is refused to a newcomer`, async () => {
      const { applicationId } = await approvable(undefined, stated({ loanKind: 'REPEAT' }));
      expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_PRODUCT_REQUIREMENT_NOT_MET');
      const { applicationId: first } = await approvable(undefined, stated({ loanKind: 'FIRST' }));
      expect(codesOf(await decide(bench, first))).toEqual([]);
      const clientId = await applicant(bench);
      expect(codesOf(await start(bench, clientId, stated({ loanKind: 'NONE' })))).toEqual(['RU_MFO_PRODUCT_UNKNOWN']);
    });

    it(`${ID}/2.5/7 · while a contract of fourteen days is open, nothing else is lent`, async () => {
      const { clientId, contractId } = await signed();
      await transfer(bench, contractId);
      bench.clock.moveTo('2023-06-06T08:00:00Z');
      const applicationId = await signedApplication(bench, clientId);
      await examined(bench, clientId, applicationId);
      expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_CONCURRENT_SHORT_LOAN');
    });

    it(`${ID}/3.4.4/мотив · a refusal does not tell its reason, which is kept`, async () => {
      const { clientId, applicationId } = await approvable();
      const grounds = [{ code: 'OTHER', note: 'Внутренняя оценка риска' }];
      expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds }))).toEqual([]);
      const text = await textOf(clientId, 'DECISION');
      expect(text).toMatch(/отказано\.$/);
      expect(text).not.toContain('риска');
      const [kept] = await bench.sql<{ grounds: { code: string; note: string; clause: string }[] }>(
        'select grounds from core.decision where application_id = $1',
        [applicationId],
      );
      expect(kept!.grounds).toMatchObject([{ code: 'OTHER', clause: `${ID}/3.4.4/мотив` }]);
    });

    it(`${ID}/3.6 · the decision is told by short message and e-mail`, async () => {
      const { clientId } = await offered();
      expect((await noticesOf(clientId, 'DECISION')).map(({ channel, clause }) => [channel, clause])).toEqual(
        ['CABINET', 'EMAIL', 'SMS'].map((channel) => [channel, `${ID}/3.6`]),
      );
    });

    it(`${ID}/3.4.4/срок · an approval of Monday 5 June ends with Tuesday the 13th: the 12th does not work`, async () => {
      const { applicationId } = await offered();
      expect(await deadlineOf(applicationId, 'ru-mfo/approval')).toMatchObject({
        due_at: new Date('2023-06-13T20:59:59.999Z'),
        clause: `${ID}/3.4.4/срок`,
        state: 'PENDING',
      });
      bench.clock.moveTo('2023-06-13T21:00:00Z');
      await bench.fire(applicationId, 'ru-mfo/approval');
      expect(await statusOf(applicationId)).toBe('EXPIRED');
    });
  });

  describe('the terms', () => {
    it(`${ID}/4.1 · terms and their documents are provided for reading before they are signed`, async () => {
      const { clientId, applicationId } = await offered();
      expect(await noticesOf(clientId, 'TERMS_PROVIDED')).toEqual([{ channel: 'CABINET', clause: `${ID}/4.1` }]);
      expect(await termsOf(bench, applicationId)).toMatchObject({ status: 'PUBLISHED', edition_id: `${ID}/2023-01-19` });
    });

    it(`${ID}/1.3/Займодавец · the lender’s name stands in the terms, and nothing that nobody knows`, async () => {
      const { text } = await termsOf(bench, (await offered()).applicationId);
      expect(text).toContain('СОТОВЫЙ');
      expect(text).not.toContain('undefined');
    });

    it(`${ID}/1.3/Договор_микрозайма · the terms name the version of the general terms`, async () => {
      expect((await termsOf(bench, (await offered()).applicationId)).text).toContain('(редакция 2023-01-19)');
    });

    it(`${ID}/4.5/а · provided on 5 June, the terms can be signed until the end of the 13th`, async () => {
      const { clientId, applicationId } = await offered();
      expect(await deadlineOf(applicationId, 'ru-mfo/offer')).toMatchObject({
        due_at: new Date('2023-06-13T20:59:59.999Z'),
        clause: `${ID}/4.5/а`,
      });
      bench.clock.moveTo(TUESDAY_AFTER);
      expect(codesOf(await signPacketOf(bench, clientId, applicationId))).toEqual([]);
      expect(await statusOf(applicationId)).toBe('SIGNED');
    });

    it(`${ID}/4.5/б · a wrong code signs nothing, the one that was sent does`, async () => {
      const { clientId, applicationId } = await offered();
      const packet = await packetOf(bench, applicationId);
      await tick(bench, clientId, packet);
      const sent = await packetCodeOf(bench, clientId, packet, 'EMAIL');
      const wrong = await enter(bench, clientId, packet.id, { ...sent, code: otherCode(sent.code) });
      expect(wrong.findings).toMatchObject([{ code: 'RU_MFO_SMS_CODE_INVALID', clauses: [`${ID}/4.5/б`] }]);
      expect(await statusOf(applicationId)).toBe('OFFERED');
      expect(codesOf(await enter(bench, clientId, packet.id, sent))).toEqual([]);
    });

    it(`${ID}/4.5/в · signed terms carry passport, registration, phone and mailbox, and the code of the signature`, async () => {
      const { applicationId } = await signed();
      const { id, text } = await termsOf(bench, applicationId);
      for (const held of ['4510 123456', 'ул. Примерная', '+7903', '@example.org']) expect(text).toContain(held);
      expect((await bench.signaturePageOf(id)).join('\n')).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    });

    it(`${ID}/4.6 · a signature on the sixth working day concludes nothing`, async () => {
      const { clientId, applicationId } = await offered();
      bench.clock.moveTo('2023-06-14T08:00:00Z');
      const found = codesOf(await signPacketOf(bench, clientId, applicationId));
      expect(found).toEqual(expect.arrayContaining(['RU_MFO_OFFER_EXPIRED', 'RU_MFO_APPROVAL_EXPIRED']));
      expect(await bench.sql('select id from core.contract where application_id = $1', [applicationId])).toEqual([]);
    });

    it(`${ID}/4.7 · an offer that nobody signs closes by itself, and one that was signed does not`, async () => {
      const { applicationId } = await offered();
      const other = await offered();
      await signPacketOf(bench, other.clientId, other.applicationId);
      bench.clock.moveTo('2023-06-13T21:00:00Z');
      await bench.fire(applicationId, 'ru-mfo/offer');
      expect(await deadlineOf(other.applicationId, 'ru-mfo/offer')).toMatchObject({ state: 'MET', clause: `${ID}/4.5/а` });
      expect([await statusOf(applicationId), await statusOf(other.applicationId)]).toEqual(['EXPIRED', 'SIGNED']);
    });

    it(`${ID}/4.8/а · signed on Friday the 9th, the money is due by the end of Thursday the 15th`, async () => {
      const { clientId, applicationId } = await offered();
      bench.clock.moveTo('2023-06-09T08:00:00Z');
      await signPacketOf(bench, clientId, applicationId);
      expect(await deadlineOf(applicationId, 'ru-mfo/transfer')).toMatchObject({
        due_at: new Date('2023-06-15T20:59:59.999Z'),
        clause: `${ID}/4.8/а`,
      });
    });

    it(`${ID}/4.8/б · the order goes to the account of the application`, async () => {
      const { contractId } = await signed();
      const { transferId } = await bench.execute(orderTransfer, { contractId });
      const [row] = await bench.sql<{ method: string }>('select method from core.transfer where id = $1', [transferId]);
      expect(row).toEqual({ method: 'BANK_ACCOUNT' });
    });

    it(`${ID}/4.9 · signed on the 5th and credited on the 8th, the contract is of the 8th`, async () => {
      const { contractId } = await signed();
      expect(await contractOf(contractId)).toEqual({ status: 'AWAITING_TRANSFER', concluded_on: null });
      bench.clock.moveTo('2023-06-08T09:00:00Z');
      await transfer(bench, contractId);
      expect(await contractOf(contractId)).toEqual({ status: 'ACTIVE', concluded_on: '2023-06-08' });
    });

    it('money on its way cannot be called back: who withdraws or refuses meanwhile is told to wait, and it concludes the contract', async () => {
      const { clientId, applicationId, contractId } = await signed();
      const { transferId } = await bench.execute(orderTransfer, { contractId });
      expect(codesOf(await bench.execute(withdrawApplication, { applicationId }, bench.client(clientId)))).toEqual([
        'RU_MFO_TRANSFER_UNDER_WAY',
      ]);
      const grounds = [{ code: 'OTHER', note: 'Поздняя проверка' }];
      expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds }))).toEqual(['RU_MFO_TRANSFER_UNDER_WAY']);
      const settled = { state: 'SETTLED', partner: 'sandbox', partnerOperationId: 'op-1', at: new Date(MONDAY) } as const;
      await bench.execute(settleTransfer, { transferId: transferId!, outcome: settled });
      expect(await contractOf(contractId)).toMatchObject({ status: 'ACTIVE' });
    });

    it(`${ID}/4.10/а · the schedule stands in the terms as a table of its own`, async () => {
      expect((await termsOf(bench, (await offered()).applicationId)).text).toContain('График платежей — неотъемлемая часть договора');
    });

    it(`${ID}/6.3 · what was offered is signed as it was, and not when its hash was altered behind the lender’s back`, async () => {
      const kept = await signed();
      expect(await termsOf(bench, kept.applicationId)).toMatchObject({ status: 'SENT' });
      const { clientId, applicationId } = await offered();
      const { id } = await termsOf(bench, applicationId);
      await bench.sql("update core.document set sha256 = sha256('altered') where id = $1", [id]);
      expect(codesOf(await signPacketOf(bench, clientId, applicationId))).toEqual(['RU_MFO_DOCUMENT_ALTERED']);
      expect(await statusOf(applicationId)).toBe('OFFERED');
    });
  });

  describe('the site', () => {
    it(`${ID}/1.3/Официальный_сайт · a document is published on a site of the national zone only`, async () => {
      const document = {
        kind: 'TARIFFS' as const,
        version: '1',
        title: 'Тарифы',
        text: 'Ставка 0,8 процента в день',
        effectiveFrom: '2023-06-05',
      };
      const at = (url: string) => bench.execute(publish, { ...document, url });
      expect((await at('https://sotovy.com/tariffs')).findings).toMatchObject([
        { code: 'RU_MFO_SITE_DOMAIN_INVALID', clauses: [`${ID}/1.3/Официальный_сайт`] },
      ]);
      expect(codesOf(await at('https://сотовый.рф/tariffs'))).toEqual([]);
    });
  });
});
