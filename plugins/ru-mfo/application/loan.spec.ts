import { confirmContact } from '../../../modules/access';
import { orderTransfer, registerPayment } from '../../../modules/payments';
import { Decimal } from '../../../schema/base';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview, termsOf, transfer } from '../test-support/loan-steps';
import { acceptIndividualTerms } from './accept-individual-terms.command';

describe('from the offer to the contract', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());
  afterEach(() => bench.clock.moveTo('2023-04-28T11:00:00Z'));

  const offered = async (decision: Parameters<typeof decide>[2] = {}, own?: Parameters<typeof inReview>[3]) => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId, {}, own);
    const { findings = [] } = await decide(bench, applicationId, decision);
    expect(findings).toEqual([]);
    return { clientId, applicationId };
  };
  const accepted = async (decision: Parameters<typeof decide>[2] = {}) => {
    const offer = await offered(decision);
    const { contractId, findings = [] } = await accept(bench, offer.clientId, offer.applicationId);
    expect(findings).toEqual([]);
    return { ...offer, contractId: contractId! };
  };
  const contractOf = async (id: string) =>
    (
      await bench.sql<{
        status: string;
        concluded_on: string | null;
        accepted_at: Date;
        edition_id: string | null;
        terms: { schedule: { dueOn: string; principal: string; interest: string }[]; principal: string; currency: string; dueOn: string };
      }>('select status, concluded_on::text, accepted_at, edition_id, terms from core.contract where id = $1', [id])
    )[0]!;
  const signatureOf = async (documentId: string) =>
    (
      await bench.sql<{ id: string; identifier: string; method: string; evidence: Buffer; signed_at: Date }>(
        'select id, identifier, method, evidence, signed_at from core.signature where document_id = $1',
        [documentId],
      )
    )[0]!;
  const evidenceOf = async (documentId: string) => {
    const { id, evidence } = await signatureOf(documentId);
    return (JSON.parse(bench.open(evidence, 'core.signature', id, 'evidence')) as { evidence: Record<string, string> }).evidence;
  };
  const phoneIdentifier = async (clientId: string) =>
    (
      await bench.sql<{ identifier: string }>("select identifier from core.ceremony where client_id = $1 and purpose = 'CONFIRM_PHONE'", [
        clientId,
      ])
    )[0]!.identifier;

  describe('the offer', () => {
    it('ru-mfo/veritas/4.1/а · after an approval the terms can be read as a document of their own, before anything is accepted', async () => {
      const { applicationId } = await offered();
      expect(await termsOf(bench, applicationId)).toMatchObject({ status: 'PUBLISHED', edition_id: 'ru-mfo/veritas/2023-03-13' });
    });

    it('ru-mfo/veritas/4.2/а · after an approval on other terms the document shows them and what was asked for', async () => {
      const { applicationId } = await offered({ kind: 'APPROVED_OTHER_TERMS', amount: '10000.00', termDays: 21 });
      const { text } = await termsOf(bench, applicationId);
      expect(text).toContain('10\u00a0000 рублей 00 копеек (изменено, в заявлении: 15\u00a0000 рублей 00 копеек)');
      expect(text).toContain('21 календарных дней');
      expect(text).toContain('в заявлении: 30 дней');
    });

    it('ru-mfo/veritas/1.20 · the lender’s registration numbers and address stand in the terms', async () => {
      const { text } = await termsOf(bench, (await offered()).applicationId);
      for (const detail of ['1127746672130', '651303045003161', '115114', 'Летниковская']) expect(text).toContain(detail);
    });

    it('ru-mfo/veritas/1.28 · the official site stands in the terms', async () => {
      expect((await termsOf(bench, (await offered()).applicationId)).text).toContain('https://www.ezaem.ru');
    });

    it('ru-mfo/veritas/1.13 · the terms name the lender’s location as the place of receipt and are on the site before acceptance', async () => {
      const { text, status } = await termsOf(bench, (await offered()).applicationId);
      expect(text).toContain('Место их получения — место нахождения кредитора');
      // Every numbered row of the form: 353-FZ art. 5 part 9.
      for (let item = 1; item <= 16; item++) expect(text).toContain(`["${item}","`);
      expect(text).toContain('365,000 процента годовых');
      expect(text).toContain('займа, предоставленного 28 апреля 2023');
      expect(status).toBe('PUBLISHED');
    });

    it('ru-mfo/veritas/4.3 · the terms are the lender’s offer and the button the client’s acceptance', async () => {
      const { text } = await termsOf(bench, (await offered()).applicationId);
      expect(text).toContain('оферта кредитора');
      expect(text).toContain('Акцепт — нажатие заёмщиком');
    });

    it('ru-mfo/veritas/1.4 · the schedule holds the sum and the day of every payment', async () => {
      const { applicationId } = await offered({ kind: 'APPROVED_OTHER_TERMS', termDays: 42 });
      const { text } = await termsOf(bench, applicationId);
      for (const day of ['12.05.2023', '26.05.2023', '09.06.2023']) expect(text).toContain(day);
      expect(text).toContain('Платежей: 3');
    });

    it('ru-mfo/veritas/4.7/а · the schedule stands in item 6 and, with the contract, in the account', async () => {
      const { applicationId, contractId } = await accepted();
      const { text } = await termsOf(bench, applicationId);
      expect(text).toContain(
        '["6","Количество, размер и сроки платежей (график платежей)","Платежей: 1\\n1) 28.05.2023: 19\u00a0500,00 (основной долг 15\u00a0000,00, проценты 4\u00a0500,00)"]',
      );
      expect((await contractOf(contractId)).terms.schedule).toEqual([
        { no: 1, dueOn: '2023-05-28', principal: '15000.00', interest: '4500.00', fees: '0.00' },
      ]);
    });

    it('ru-mfo/veritas/1.18 · every contract has sum, currency and the day of repayment', async () => {
      expect((await contractOf((await accepted()).contractId)).terms).toMatchObject({
        principal: '15000.00',
        currency: 'RUB',
        dueOn: '2023-05-28',
      });
    });

    it('ru-mfo/veritas/1.23 · insurance is never a condition: an offer with it can be accepted without it', async () => {
      const { clientId, applicationId } = await offered(
        {},
        { payoutMethod: 'PAYMENT_CARD', cardToken: 'tok_12345678', cardLastDigits: '0004', insuranceWanted: true },
      );
      expect(codesOf(await accept(bench, clientId, applicationId, 'WITHOUT_INSURANCE'))).toEqual([]);
    });

    it('shows the full cost of credit in two frames, per year and in money', async () => {
      const { text } = await termsOf(bench, (await offered()).applicationId);
      expect(text).toContain('365,000 ПРОЦЕНТА ГОДОВЫХ');
      expect(text).toContain('4\u00a0500 РУБЛЕЙ 00 КОПЕЕК');
      expect(text).toContain('"minPageShare":0.05');
    });
  });

  describe('the acceptance', () => {
    it('ru-mfo/veritas/1.1/а · is recorded with the document’s hash and the moment', async () => {
      const { applicationId, contractId } = await accepted();
      const { id } = await termsOf(bench, applicationId);
      expect((await signatureOf(id)).signed_at).toEqual(new Date('2023-04-28T11:00:00Z'));
      expect((await contractOf(contractId)).accepted_at).toEqual(new Date('2023-04-28T11:00:00Z'));
    });

    it('ru-mfo/veritas/4.4/а · takes effect at the moment of the button', async () => {
      const offer = await offered();
      bench.clock.moveTo('2023-04-28T11:00:07Z');
      const { contractId } = await accept(bench, offer.clientId, offer.applicationId);
      expect((await contractOf(contractId!)).accepted_at).toEqual(new Date('2023-04-28T11:00:07Z'));
      const [own] = await bench.sql('select accepted_at, insurance_choice from ru_mfo.application where application_id = $1', [
        offer.applicationId,
      ]);
      expect(own).toEqual({ accepted_at: new Date('2023-04-28T11:00:07Z'), insurance_choice: 'WITHOUT_INSURANCE' });
    });

    it('ru-mfo/veritas/4.1/в · with insurance only when it was wished for, without it always', async () => {
      const offer = await offered();
      expect((await accept(bench, offer.clientId, offer.applicationId, 'WITH_INSURANCE')).findings).toMatchObject([
        { code: 'RU_MFO_INSURANCE_NOT_OFFERED', clauses: ['ru-mfo/veritas/4.1/в'] },
      ]);
      expect(codesOf(await accept(bench, offer.clientId, offer.applicationId))).toEqual([]);
    });

    it('ru-mfo/veritas/4.2/в · of other terms takes the same two buttons, and no money moves without either', async () => {
      const offer = await offered({ kind: 'APPROVED_OTHER_TERMS', amount: '9000.00' });
      expect(await bench.sql('select 1 from core.contract where application_id = $1', [offer.applicationId])).toEqual([]);
      const { contractId } = await accept(bench, offer.clientId, offer.applicationId);
      expect((await contractOf(contractId!)).terms.principal).toBe('9000.00');
    });

    it('ru-mfo/veritas/1.11 · embeds a unique identifier into the signed document', async () => {
      const [first, second] = [await accepted(), await accepted()];
      const identifiers = await Promise.all(
        [first, second].map(async ({ applicationId }) => (await signatureOf((await termsOf(bench, applicationId)).id)).identifier),
      );
      expect(new Set(identifiers).size).toBe(2);
      for (const identifier of identifiers) expect(identifier).toMatch(/^[0-9A-Z-]{8,}$/);
      const page = await bench.signaturePageOf((await termsOf(bench, first.applicationId)).id);
      expect(page).toContain(`Идентификатор: ${identifiers[0]}`);
    });

    it('ru-mfo/veritas/4.1/г · signs with the identifier of the code that confirmed the phone', async () => {
      const { clientId, applicationId } = await accepted();
      const { id } = await termsOf(bench, applicationId);
      const identifier = await phoneIdentifier(clientId);
      expect((await signatureOf(id)).identifier).toBe(identifier);
      expect(await bench.signaturePageOf(id)).toContain(`Идентификатор: ${identifier}`);
    });

    it('ru-mfo/veritas/4.2/г · signs other terms with the earlier code as well', async () => {
      const { clientId, applicationId } = await accepted({ kind: 'APPROVED_OTHER_TERMS', termDays: 14 });
      const { id } = await termsOf(bench, applicationId);
      expect(await bench.signaturePageOf(id)).toContain(`Идентификатор: ${await phoneIdentifier(clientId)}`);
    });

    it('ru-mfo/veritas/1.2 · rests on the version of the signature agreement that the client joined', async () => {
      const { applicationId } = await accepted();
      expect(await evidenceOf((await termsOf(bench, applicationId)).id)).toMatchObject({ agreement: '2023-03-13' });
    });

    it('ru-mfo/veritas/1.7 · names the law on electronic signature that it follows', async () => {
      const { applicationId } = await accepted();
      expect((await termsOf(bench, applicationId)).text).toContain('63-ФЗ');
    });

    it('ru-mfo/veritas/4.5 · of a later loan refers to the standing consent of the first', async () => {
      const { clientId, applicationId } = await accepted();
      bench.clock.advance({ hours: 1 });
      const again = await inReview(bench, clientId);
      await decide(bench, again);
      await accept(bench, clientId, again);
      const standing = { agreement: '2023-03-13', standingConsentAt: '2023-04-28T11:00:00.000Z' };
      expect(await evidenceOf((await termsOf(bench, applicationId)).id)).toMatchObject(standing);
      expect(await evidenceOf((await termsOf(bench, again)).id)).toMatchObject(standing);
    });

    it('ru-mfo/veritas/1.5 · binds individual and general terms together', async () => {
      const { applicationId, contractId } = await accepted();
      expect(await evidenceOf((await termsOf(bench, applicationId)).id)).toMatchObject({ generalTerms: '2023-03-13' });
      expect((await contractOf(contractId)).status).toBe('AWAITING_TRANSFER');
    });

    it('ru-mfo/veritas/4.4/б · is followed by an e-mail with the terms to the registered mailbox', async () => {
      const { applicationId } = await accepted();
      const mails = await bench.sql<{ id: string; text_enc: Buffer }>(
        "select id, text_enc, channel, clause, status from core.notification where application_id = $1 and kind = 'INDIVIDUAL_TERMS'",
        [applicationId],
      );
      expect(mails).toMatchObject([{ channel: 'EMAIL', clause: 'ru-mfo/veritas/4.4/б', status: 'QUEUED' }]);
      const { id, sha256, status } = await termsOf(bench, applicationId);
      expect(status).toBe('SENT');
      const text = bench.open(mails[0]!.text_enc, 'core.notification', mails[0]!.id, 'text');
      for (const part of [sha256, (await signatureOf(id)).identifier, '15\u00a0000 рублей 00 копеек', '28.05.2023: 19\u00a0500,00'])
        expect(text).toContain(part);
    });

    it('ru-mfo/veritas/3.4/б · keeps the session in which it was made and the moment of the code', async () => {
      const { applicationId } = await accepted();
      expect(await evidenceOf((await termsOf(bench, applicationId)).id)).toMatchObject({
        session: '01990000-0000-7000-8000-000000000001',
        codeEnteredAt: '2023-04-28T11:00:00.000Z',
      });
    });

    it('ru-mfo/veritas/1.15 · rests on a code sent to the phone: without one nothing is signed, and no code works twice', async () => {
      const { clientId, applicationId } = await offered();
      const [used] = await bench.sql<{ id: string }>("select id from core.ceremony where client_id = $1 and purpose = 'CONFIRM_PHONE'", [
        clientId,
      ]);
      const again = { ceremonyId: used!.id, code: '000000', contact: 'PHONE' as const };
      expect(codesOf(await bench.execute(confirmContact, again, bench.client(clientId)))).toEqual(['CODE_USED']);
      await bench.sql("update core.ceremony set channel = 'EMAIL' where id = $1", [used!.id]);
      expect(codesOf(await accept(bench, clientId, applicationId))).toEqual(['RU_MFO_PHONE_NOT_VERIFIED']);
      await bench.sql("update core.ceremony set channel = 'CALL' where id = $1", [used!.id]);
      expect(codesOf(await accept(bench, clientId, applicationId))).toEqual([]);
    });

    it('ru-mfo/veritas/1.1/а · is the client’s own act: an officer cannot press the button', async () => {
      const { clientId, applicationId } = await offered();
      const { sha256 } = await termsOf(bench, applicationId);
      const input = { applicationId, documentSha256: sha256, choice: 'WITHOUT_INSURANCE' as const };
      expect((await bench.execute(acceptIndividualTerms, input)).findings).toMatchObject([
        { code: 'RU_MFO_OFFER_NOT_SIGNED', clauses: ['ru-mfo/veritas/1.1/а'] },
      ]);
      expect(codesOf(await bench.execute(acceptIndividualTerms, input, bench.client(clientId)))).toEqual([]);
    });

    it('has no last day: the document is silent, and the law’s term is off until somebody confirms it', async () => {
      const { clientId, applicationId } = await offered();
      expect(await bench.sql("select id from core.deadline where application_id = $1 and kind = 'ru-mfo/offer'", [applicationId])).toEqual(
        [],
      );
      bench.clock.moveTo('2023-06-30T09:00:00Z');
      expect(codesOf(await accept(bench, clientId, applicationId))).toEqual([]);
    });

    it('is refused once the plugin was switched off, and goes on while it only drains', async () => {
      const { clientId, applicationId } = await offered();
      const setState = (state: string) => bench.sql("update core.plugin_state set state = $1 where plugin_id = 'ru-mfo'", [state]);
      try {
        await setState('DISABLED');
        await expect(accept(bench, clientId, applicationId)).rejects.toMatchObject({ definition: { code: 'PLUGIN_DISABLED' } });
        await setState('DRAINING');
        expect(codesOf(await accept(bench, clientId, applicationId))).toEqual([]);
      } finally {
        await setState('ENABLED');
      }
    });

    it('of a document other than the one offered is refused', async () => {
      const { clientId, applicationId } = await offered();
      const input = { applicationId, documentSha256: 'a'.repeat(64), choice: 'WITHOUT_INSURANCE' as const };
      expect(codesOf(await bench.execute(acceptIndividualTerms, input, bench.client(clientId)))).toEqual(['RU_MFO_DOCUMENT_CHANGED']);
    });

    it('by somebody else finds nothing to accept', async () => {
      const { applicationId } = await offered();
      const stranger = await bench.borrower();
      const { sha256 } = await termsOf(bench, applicationId);
      const input = { applicationId, documentSha256: sha256, choice: 'WITHOUT_INSURANCE' as const };
      expect(codesOf(await bench.execute(acceptIndividualTerms, input, bench.client(stranger)))).toEqual(['APPLICATION_NOT_FOUND']);
    });

    it('twice makes one contract', async () => {
      const { clientId, applicationId } = await accepted();
      expect(codesOf(await accept(bench, clientId, applicationId))).toEqual(['APPLICATION_TRANSITION_INVALID']);
      expect(await bench.sql('select 1 from core.contract where application_id = $1', [applicationId])).toHaveLength(1);
    });
  });

  describe('the money', () => {
    const deadlineOf = async (applicationId: string) =>
      (
        await bench.sql<{ due_at: Date; clause: string; state: string }>(
          "select due_at, clause, state from core.deadline where application_id = $1 and kind = 'ru-mfo/transfer'",
          [applicationId],
        )
      )[0];

    it('ru-mfo/veritas/4.6/б · accepted on Friday 28 April 2023, is due at the end of Thursday 4 May', async () => {
      const { applicationId, contractId } = await accepted();
      expect(await deadlineOf(applicationId)).toMatchObject({
        due_at: new Date('2023-05-04T20:59:59.999Z'),
        clause: 'ru-mfo/veritas/4.6/б',
        state: 'PENDING',
      });
      await transfer(bench, contractId);
      expect(await deadlineOf(applicationId)).toMatchObject({ state: 'MET' });
    });

    it('ru-mfo/veritas/4.6/а · goes by the way that the application names', async () => {
      const { contractId } = await accepted();
      await transfer(bench, contractId);
      expect(await bench.sql('select method from core.transfer where contract_id = $1', [contractId])).toEqual([
        { method: 'BANK_ACCOUNT' },
      ]);
    });

    it('ru-mfo/veritas/1.30 · goes to the account kept with the application, encrypted', async () => {
      const { contractId } = await accepted();
      const { transferId } = await bench.execute(orderTransfer, { contractId });
      const [row] = await bench.sql<{ destination_enc: Buffer }>('select destination_enc from core.transfer where id = $1', [transferId]);
      expect(row!.destination_enc.toString('latin1')).not.toContain('40702810638050013199');
      expect(bench.open(row!.destination_enc, 'core.transfer', transferId!, 'destination_enc')).toBe('044525225/40702810638050013199');
    });

    it('ru-mfo/veritas/1.24 · keeps the settlement partner and its operation with every transfer', async () => {
      const { contractId } = await accepted();
      await transfer(bench, contractId);
      const [row] = await bench.sql<{ id: string }>('select id, partner, partner_operation_id from core.transfer where contract_id = $1', [
        contractId,
      ]);
      expect(row).toMatchObject({ partner: 'sandbox', partner_operation_id: `op-${row!.id}` });
      await expect(bench.sql('update core.transfer set partner = null where id = $1', [row!.id])).rejects.toThrow('transfer_settled_check');
    });

    it('ru-mfo/veritas/1.22 · of 15 000 lent and 4 000 repaid 11 000 are owed: so much less can still be lent', async () => {
      const { clientId, contractId } = await accepted();
      await transfer(bench, contractId);
      const amount = { amount: new Decimal('4000.00'), currency: 'RUB' };
      await bench.execute(registerPayment, { contractId, amount, paidOn: null, paidAt: null, externalId: 'part-1' });
      const again = await inReview(bench, clientId);
      const other = { kind: 'APPROVED_OTHER_TERMS' as const };
      expect((await decide(bench, again, { ...other, amount: '489000.01' })).findings).toMatchObject([
        { code: 'RU_MFO_PRINCIPAL_ABOVE_CAP', facts: { debt: '500000.01' } },
      ]);
      expect(codesOf(await decide(bench, again, { ...other, amount: '489000.00' }))).toEqual([]);
    });

    it('keeps the accepted rate, unless law has come to allow less', async () => {
      bench.clock.moveTo('2023-06-29T09:00:00Z');
      const [before, after] = [await accepted(), await accepted()];
      await transfer(bench, before.contractId);
      expect((await contractOf(before.contractId)).terms).toMatchObject({ dailyRate: '1' });
      bench.clock.moveTo('2023-07-01T09:00:00Z');
      await transfer(bench, after.contractId);
      expect((await contractOf(after.contractId)).terms).toMatchObject({ dailyRate: '0.8', fullCost: { percent: '292.000' } });
    });

    it('ru-mfo/veritas/1.1/б · makes the contract, together with the decision; acceptance alone does not', async () => {
      const { contractId } = await accepted();
      expect(await contractOf(contractId)).toMatchObject({ status: 'AWAITING_TRANSFER', concluded_on: null });
      await transfer(bench, contractId);
      expect(await contractOf(contractId)).toMatchObject({ status: 'ACTIVE' });
    });

    it('ru-mfo/veritas/4.9 · concludes the contract on the day on which it is provided, under the edition of that day', async () => {
      const { contractId } = await accepted();
      bench.clock.moveTo('2023-05-02T08:00:00Z');
      await transfer(bench, contractId);
      expect(await contractOf(contractId)).toMatchObject({
        status: 'ACTIVE',
        concluded_on: '2023-05-02',
        edition_id: 'ru-mfo/veritas/2023-03-13',
        terms: { dueOn: '2023-06-01' },
      });
    });

    it('ru-mfo/veritas/1.19/а · turns a potential client into a client at the moment of the first loan, and no later one changes it', async () => {
      const { clientId, contractId } = await accepted();
      bench.clock.moveTo('2023-05-02T08:00:00Z');
      await transfer(bench, contractId);
      const servedSince = () => bench.sql('select served_since from ru_mfo.registration where client_id = $1', [clientId]);
      expect(await servedSince()).toEqual([{ served_since: new Date('2023-05-02T08:00:00Z') }]);
      bench.clock.moveTo('2023-05-03T08:00:00Z');
      const again = await inReview(bench, clientId);
      await decide(bench, again);
      const second = await accept(bench, clientId, again);
      await transfer(bench, second.contractId!);
      expect(await servedSince()).toEqual([{ served_since: new Date('2023-05-02T08:00:00Z') }]);
    });

    it('ru-mfo/veritas/2.3/а · is not ordered for a borrower who has become 66 since the approval', async () => {
      const clientId = await bench.borrower({ birthDate: '1957-04-29' });
      const applicationId = await inReview(bench, clientId);
      await decide(bench, applicationId);
      const { contractId } = await accept(bench, clientId, applicationId);
      bench.clock.moveTo('2023-04-29T08:00:00Z');
      expect((await transfer(bench, contractId!)).findings).toMatchObject([
        { code: 'RU_MFO_AGE_ABOVE_MAX', clauses: ['ru-mfo/veritas/2.3/а'] },
      ]);
    });
  });

  it('keeps a loan with interest of the day below the limits that law sets in later years', async () => {
    bench.clock.moveTo('2026-11-20T09:00:00Z');
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId);
    expect(codesOf(await decide(bench, applicationId, { kind: 'APPROVED_OTHER_TERMS', termDays: 364 }))).toContain(
      'RU_MFO_CHARGES_ABOVE_CAP',
    );
    expect(codesOf(await decide(bench, applicationId, { kind: 'APPROVED_OTHER_TERMS', amount: '500000.01' }))).toContain(
      'RU_MFO_PRINCIPAL_ABOVE_CAP',
    );
    expect(codesOf(await decide(bench, applicationId))).toEqual([]);
    const { text } = await termsOf(bench, applicationId);
    expect(text).toContain(`${new Decimal('292').toFixed(3).replace('.', ',')} ПРОЦЕНТА ГОДОВЫХ`);
  });
});
