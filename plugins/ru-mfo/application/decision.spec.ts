import { submitApplication, withdrawApplication } from '../../../modules/applications';
import { orderTransfer } from '../../../modules/payments';
import { assess } from '../assessment/assess.command';
import { closeDemand, openDemand } from '../demands/demand.commands';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview, start, termsOf, transfer } from '../test-support/loan-steps';

describe('the way to a decision', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());
  afterEach(() => bench.clock.moveTo('2023-04-28T09:00:00Z'));

  const deadlineOf = async (applicationId: string, kind: string) =>
    (
      await bench.sql<{ due_at: Date; clause: string; state: string }>(
        'select due_at, clause, state from core.deadline where application_id = $1 and kind = $2',
        [applicationId, kind],
      )
    )[0];
  const statusOf = async (id: string) =>
    (await bench.sql<{ status: string }>('select status from core.application where id = $1', [id]))[0]!.status;

  it('ru-mfo/veritas/2.6 · an application made in the office is refused, one of the personal account is taken', async () => {
    const clientId = await bench.borrower();
    expect((await start(bench, clientId, undefined, { channel: 'OFFICE' })).findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: ['ru-mfo/veritas/2.6'] })]),
    );
    expect(codesOf(await start(bench, clientId))).toEqual([]);
  });

  it('ru-mfo/veritas/2.6 · a draft of the personal account that an officer sends is refused: the consent is the client’s to give', async () => {
    const clientId = await bench.borrower();
    const { applicationId } = await start(bench, clientId);
    const sent = await bench.execute(submitApplication, { applicationId: applicationId! });
    expect(codesOf(sent)).toEqual(['RU_MFO_CHANNEL_NOT_ALLOWED', 'RU_MFO_CHANNEL_NOT_ALLOWED']);
    expect(codesOf(await bench.execute(submitApplication, { applicationId: applicationId! }, bench.client(clientId)))).toEqual([]);
  });

  it('refuses a payout account that is not one of its bank, and keeps no card number', async () => {
    const clientId = await bench.borrower();
    expect(
      codesOf(await start(bench, clientId, { payoutMethod: 'BANK_ACCOUNT', account: '40702810638050013198', bankCode: '044525225' })),
    ).toEqual(['RU_MFO_ACCOUNT_INVALID']);
    expect(
      codesOf(await start(bench, clientId, { payoutMethod: 'PAYMENT_CARD', cardToken: '2200000000000004', cardLastDigits: '0004' })),
    ).toEqual(['RU_MFO_CARD_NUMBER_REFUSED']);
  });

  it('ru-mfo/veritas/1.27 · nothing is submitted before the questionnaire is filled in', async () => {
    const clientId = await bench.registered();
    const { applicationId } = await start(bench, clientId);
    const result = await bench.execute(submitApplication, { applicationId: applicationId! }, bench.client(clientId));
    expect(codesOf(result)).toEqual(
      expect.arrayContaining([
        'RU_MFO_REGISTRATION_INCOMPLETE',
        'RU_MFO_CONTACTS_REQUIRED',
        'RU_MFO_PHONE_NOT_VERIFIED',
        'RU_MFO_EMAIL_NOT_VERIFIED',
      ]),
    );
    expect(await statusOf(applicationId!)).toBe('DRAFT');
  });

  it('ru-mfo/veritas/3.5/б · each application carries a consent of its own to a credit report', async () => {
    const clientId = await bench.borrower();
    const first = await inReview(bench, clientId);
    bench.clock.advance({ hours: 1 });
    const second = await inReview(bench, clientId);
    const rows = await bench.sql<{ bureau_consent_at: Date }>(
      'select bureau_consent_at from ru_mfo.application where application_id = any($1) order by bureau_consent_at',
      [[first, second]],
    );
    expect(rows.map((row) => row.bureau_consent_at.toISOString())).toEqual(['2023-04-28T09:00:00.000Z', '2023-04-28T10:00:00.000Z']);
    const draft = await start(bench, clientId);
    expect(
      codesOf(
        await bench.execute(assess, {
          applicationId: draft.applicationId!,
          sources: [],
          identificationMethods: [],
          creditHistoryMeetsPolicy: true,
          dataReliable: true,
        }),
      ),
    ).toEqual(['APPLICATION_TRANSITION_INVALID']);
  });

  it('ru-mfo/veritas/3.8 · received on Friday 28 April 2023, the preliminary decision is due at the end of Thursday 4 May', async () => {
    const applicationId = await inReview(bench, await bench.borrower());
    expect(await deadlineOf(applicationId, 'ru-mfo/preliminary-decision')).toMatchObject({
      due_at: new Date('2023-05-04T20:59:59.999Z'),
      clause: 'ru-mfo/veritas/3.8',
      state: 'PENDING',
    });
    await decide(bench, applicationId);
    expect(await deadlineOf(applicationId, 'ru-mfo/preliminary-decision')).toMatchObject({ state: 'MET' });
  });

  it('ru-mfo/veritas/3.9.1 · nothing is approved before the assessment, and the wait refuses nobody', async () => {
    const applicationId = await inReview(bench, await bench.borrower(), null);
    const result = await decide(bench, applicationId);
    expect(codesOf(result)).toContain('RU_MFO_SOLVENCY_NOT_ASSESSED');
    expect(await statusOf(applicationId)).toBe('IN_REVIEW');
  });

  it('ru-mfo/veritas/3.5/а · a second application is assessed anew, each assessment belonging to its application', async () => {
    const clientId = await bench.borrower();
    const first = await inReview(bench, clientId);
    const second = await inReview(bench, clientId, null);
    expect(codesOf(await decide(bench, second))).toContain('RU_MFO_SOLVENCY_NOT_ASSESSED');
    await bench.execute(assess, {
      applicationId: second,
      sources: ['CLIENT_DATA', 'CREDIT_BUREAU'],
      identificationMethods: ['INFORMATION_SYSTEMS'],
      creditHistoryMeetsPolicy: true,
      dataReliable: true,
    });
    const rows = await bench.sql<{ application_id: string }>('select application_id from ru_mfo.assessment where client_id = $1', [
      clientId,
    ]);
    expect(rows.map((row) => row.application_id).sort()).toEqual([first, second].sort());
    expect(codesOf(await decide(bench, second))).toEqual([]);
  });

  it('ru-mfo/veritas/3.8 · a decision on the day after the term is recorded with a warning', async () => {
    const applicationId = await inReview(bench, await bench.borrower());
    bench.clock.moveTo('2023-05-05T09:00:00Z');
    expect((await decide(bench, applicationId)).findings).toMatchObject([
      { code: 'RU_MFO_DECISION_OVERDUE', severity: 'WARNING', facts: { dueOn: '2023-05-04' } },
    ]);
    expect(await statusOf(applicationId)).toBe('OFFERED');
    await bench.fire(applicationId, 'ru-mfo/preliminary-decision');
    expect(await deadlineOf(applicationId, 'ru-mfo/preliminary-decision')).toMatchObject({ state: 'MISSED' });
  });

  it('ru-mfo/veritas/3.12.1/б · an assessment without a credit bureau is not recorded', async () => {
    const applicationId = await inReview(bench, await bench.borrower(), null);
    const without = {
      applicationId,
      sources: ['CLIENT_DATA'],
      identificationMethods: ['DOCUMENT_PHOTOS'],
      creditHistoryMeetsPolicy: true,
      dataReliable: true,
    };
    expect((await bench.execute(assess, without)).findings).toMatchObject([
      { code: 'RU_MFO_DECISION_BASIS_MISSING', facts: { missing: 'CREDIT_BUREAU' } },
    ]);
    expect(codesOf(await bench.execute(assess, { ...without, sources: ['CLIENT_DATA', 'CREDIT_BUREAU'] }))).toEqual([]);
  });

  describe('demands', () => {
    const demanded = async (kind: Parameters<typeof openDemand.run>[0]['kind'], description: string | null = null) => {
      const applicationId = await inReview(bench, await bench.borrower());
      const opened = await bench.execute(openDemand, { applicationId, kind, description });
      const close = (answer: { document?: string; channel?: 'SITE' | 'EMAIL' | 'PHONE'; outcome?: string }) =>
        bench.execute(closeDemand, {
          applicationId,
          demandId: opened.demandId!,
          status: 'MET',
          document: answer.document ?? null,
          channel: answer.channel ?? null,
          outcome: answer.outcome ?? null,
        });
      return { applicationId, opened, close };
    };

    it('ru-mfo/veritas/3.6 · an open demand forbids to approve, a closed one does not', async () => {
      const { applicationId, close } = await demanded('INCOME_PROOF');
      expect((await decide(bench, applicationId)).findings).toMatchObject([{ code: 'RU_MFO_DEMAND_OPEN', facts: { count: 1 } }]);
      await close({ document: 'NDFL_2', channel: 'SITE' });
      expect(codesOf(await decide(bench, applicationId))).toEqual([]);
    });

    it('ru-mfo/veritas/3.6.1 · a passport scan without the face does not meet the demand of a selfie', async () => {
      const { close } = await demanded('SELFIE_PASSPORT');
      expect((await close({ document: 'PASSPORT_SCAN' })).findings).toMatchObject([
        { code: 'RU_MFO_SELFIE_MISSING', clauses: ['ru-mfo/veritas/3.6.1'] },
      ]);
      expect(codesOf(await close({ document: 'SELFIE_WITH_PASSPORT_P2_P3', channel: 'SITE' }))).toEqual([]);
    });

    it('ru-mfo/veritas/3.6.2 · only a document of the list is an additional document', async () => {
      const { close } = await demanded('EXTRA_DOCUMENT');
      expect((await close({ document: 'LIBRARY_CARD' })).findings).toMatchObject([
        { code: 'RU_MFO_DOCUMENT_KIND_NOT_ALLOWED', clauses: ['ru-mfo/veritas/3.6.2'] },
      ]);
      expect(codesOf(await close({ document: 'DRIVING_LICENCE', channel: 'EMAIL' }))).toEqual([]);
    });

    it('ru-mfo/veritas/3.6.3 · any proof of income of the client’s choice will do, nothing else', async () => {
      const { close } = await demanded('INCOME_PROOF');
      expect((await close({ document: 'DRIVING_LICENCE' })).findings).toMatchObject([
        { code: 'RU_MFO_DOCUMENT_KIND_NOT_ALLOWED', clauses: ['ru-mfo/veritas/3.6.3'] },
      ]);
      expect(codesOf(await close({ document: 'TAX_RETURN' }))).toEqual([]);
    });

    it('ru-mfo/veritas/3.6.4 · questions are answered on the site or by phone, and the way is kept', async () => {
      const { applicationId, close } = await demanded('QUESTIONS', 'Место работы?');
      expect((await close({ channel: 'EMAIL' })).findings).toMatchObject([
        { code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: ['ru-mfo/veritas/3.6.4'], facts: { channel: 'EMAIL' } },
      ]);
      expect(codesOf(await close({ channel: 'PHONE', outcome: 'Ответил' }))).toEqual([]);
      expect(await bench.sql('select status, channel from ru_mfo.demand where application_id = $1', [applicationId])).toEqual([
        { status: 'MET', channel: 'PHONE' },
      ]);
    });

    it('ru-mfo/veritas/3.6.5 · another demand says what is asked and closes with its outcome', async () => {
      const { applicationId, opened } = await demanded('OTHER');
      expect(opened.findings).toMatchObject([
        { code: 'RU_MFO_FIELD_REQUIRED', clauses: ['ru-mfo/veritas/3.6.5'], path: ['input', 'description'] },
      ]);
      const described = await bench.execute(openDemand, { applicationId, kind: 'OTHER', description: 'Позвонить в офис' });
      const end = { applicationId, demandId: described.demandId!, status: 'MET' as const, document: null, channel: null };
      expect(codesOf(await bench.execute(closeDemand, { ...end, outcome: null }))).toEqual(['RU_MFO_FIELD_REQUIRED']);
      expect(codesOf(await bench.execute(closeDemand, { ...end, outcome: 'Позвонил' }))).toEqual([]);
      expect(codesOf(await bench.execute(closeDemand, { ...end, outcome: 'Ещё раз' }))).toEqual(['RU_MFO_DEMAND_NOT_FOUND']);
    });
  });

  describe('decisions', () => {
    it('ru-mfo/veritas/2.3/отказ · a failed requirement forbids to approve, and the refusal shows rule, clause and edition', async () => {
      const applicationId = await inReview(bench, await bench.borrower({ birthDate: '1957-04-28' }));
      const approved = await decide(bench, applicationId);
      expect(approved.findings).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: 'RU_MFO_NOT_ELIGIBLE', clauses: ['ru-mfo/veritas/2.3/отказ'] }),
          expect.objectContaining({
            code: 'RU_MFO_AGE_ABOVE_MAX',
            clauses: ['ru-mfo/veritas/2.3/а'],
            edition: 'ru-mfo/veritas/2023-03-13',
          }),
        ]),
      );
      expect(codesOf(await decide(bench, applicationId, { kind: null }))).toEqual([]);
      const [row] = await bench.sql<{ kind: string; findings: { code: string; clauses: string[]; edition: string }[] }>(
        'select kind, findings from core.decision where application_id = $1',
        [applicationId],
      );
      expect(row).toMatchObject({
        kind: 'REFUSED',
        findings: [{ code: 'RU_MFO_AGE_ABOVE_MAX', clauses: ['ru-mfo/veritas/2.3/а'], edition: 'ru-mfo/veritas/2023-03-13' }],
      });
      const fine = await inReview(bench, await bench.borrower({ birthDate: '1957-04-29' }));
      expect(codesOf(await decide(bench, fine))).toEqual([]);
    });

    it('ru-mfo/veritas/3.10 · a refusal is final', async () => {
      const applicationId = await inReview(bench, await bench.borrower(), { creditHistoryMeetsPolicy: false });
      expect(
        codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds: [{ code: 'RU_MFO_CREDIT_HISTORY_NEGATIVE', note: null }] })),
      ).toEqual([]);
      expect(await statusOf(applicationId)).toBe('REFUSED');
      expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_DECISION_FINAL');
    });

    it('ru-mfo/veritas/3.10/a · the terms of an approval are those of the application', async () => {
      const applicationId = await inReview(bench, await bench.borrower());
      expect(codesOf(await decide(bench, applicationId, { amount: '10000.00' as never }))).toContain('RU_MFO_INDIVIDUAL_TERMS_MISMATCH');
      expect(codesOf(await decide(bench, applicationId))).toEqual([]);
      expect((await termsOf(bench, applicationId)).text).toContain('15\u00a0000 рублей');
    });

    it('ru-mfo/veritas/3.10/b · other terms must differ from the application', async () => {
      const applicationId = await inReview(bench, await bench.borrower());
      expect(codesOf(await decide(bench, applicationId, { kind: 'APPROVED_OTHER_TERMS' }))).toContain('RU_MFO_DECISION_KIND_INVALID');
      expect(codesOf(await decide(bench, applicationId, { kind: 'APPROVED_OTHER_TERMS', termDays: 21 }))).toEqual([]);
    });

    it('ru-mfo/veritas/3.10/c · a refusal without any ground is not recorded', async () => {
      const applicationId = await inReview(bench, await bench.borrower());
      expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED' }))).toContain('RU_MFO_DECISION_BASIS_MISSING');
      expect(
        codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds: [{ code: 'OTHER', note: 'Заявитель просил отказать' }] })),
      ).toEqual([]);
    });

    it('ru-mfo/veritas/3.12.1/а · a refusal rests on the law that allows it and tells so in the cabinet', async () => {
      const applicationId = await inReview(bench, await bench.borrower());
      await decide(bench, applicationId, { kind: 'REFUSED', grounds: [{ code: 'OTHER', note: 'Причина' }] });
      const [decision] = await bench.sql<{ grounds: { clause: string }[] }>('select grounds from core.decision where application_id = $1', [
        applicationId,
      ]);
      expect(decision!.grounds).toEqual([{ code: 'OTHER', note: 'Причина', clause: 'ru-mfo/veritas/3.12.2/d' }]);
      const [notice] = await bench.sql<{ id: string; text_enc: Buffer }>(
        "select id, text_enc from core.notification where application_id = $1 and channel = 'CABINET'",
        [applicationId],
      );
      expect(bench.open(notice!.text_enc, 'core.notification', notice!.id, 'text')).toContain('151-ФЗ');
    });

    it('ru-mfo/veritas/3.11 · every decision is told in the cabinet, by e-mail and by short message', async () => {
      const applicationId = await inReview(bench, await bench.borrower());
      await decide(bench, applicationId);
      const sent = await bench.sql<{ channel: string; clause: string }>(
        "select channel, clause from core.notification where application_id = $1 and kind = 'DECISION' order by channel",
        [applicationId],
      );
      expect(sent).toEqual(['CABINET', 'EMAIL', 'SMS'].map((channel) => ({ channel, clause: 'ru-mfo/veritas/3.11' })));
    });

    it('ru-mfo/veritas/3.12.3 · an accepted loan may still be refused before the transfer, not after it', async () => {
      const [first, second] = [await bench.borrower(), await bench.borrower()];
      const ground = { kind: 'REFUSED' as const, grounds: [{ code: 'OTHER', note: 'Поздняя проверка' }] };
      const before = await inReview(bench, first);
      await decide(bench, before);
      await accept(bench, first, before);
      expect(codesOf(await decide(bench, before, ground))).toEqual([]);
      expect(await bench.sql('select status from core.contract where application_id = $1', [before])).toEqual([{ status: 'CANCELLED' }]);
      const after = await inReview(bench, second);
      await decide(bench, after);
      const { contractId } = await accept(bench, second, after);
      await transfer(bench, contractId!);
      expect(codesOf(await decide(bench, after, ground))).toContain('RU_MFO_REFUSAL_TOO_LATE');
      expect(await statusOf(after)).toBe('CONCLUDED');
    });

    it('ru-mfo/veritas/3.12.3 · money that is on its way counts as transferred: the lender refuses no more, unless it does not arrive', async () => {
      const clientId = await bench.borrower();
      const applicationId = await inReview(bench, clientId);
      await decide(bench, applicationId);
      const { contractId } = await accept(bench, clientId, applicationId);
      await bench.execute(orderTransfer, { contractId: contractId! });
      const refusal = { kind: 'REFUSED' as const, grounds: [{ code: 'OTHER', note: 'Поздняя проверка' }] };
      expect(codesOf(await decide(bench, applicationId, refusal))).toEqual(['RU_MFO_REFUSAL_TOO_LATE']);
      await bench.sql("update core.transfer set status = 'FAILED' where contract_id = $1", [contractId]);
      expect(codesOf(await decide(bench, applicationId, refusal))).toEqual([]);
    });

    it('ru-mfo/veritas/4.6/в · money on its way is waited for: it may be declined when it does not arrive, and not once it was received', async () => {
      const clientId = await bench.borrower();
      const signedNow = async () => {
        const applicationId = await inReview(bench, clientId);
        await decide(bench, applicationId);
        const { contractId } = await accept(bench, clientId, applicationId);
        return { applicationId, contractId: contractId! };
      };
      const { applicationId, contractId } = await signedNow();
      const decline = (id: string) => bench.execute(withdrawApplication, { applicationId: id }, bench.client(clientId));
      await bench.execute(orderTransfer, { contractId });
      expect((await decline(applicationId)).findings).toMatchObject([
        { code: 'RU_MFO_TRANSFER_UNDER_WAY', clauses: ['ru-mfo/veritas/4.6/в'] },
      ]);
      await bench.sql("update core.transfer set status = 'FAILED' where contract_id = $1", [contractId]);
      expect(codesOf(await decline(applicationId))).toEqual([]);
      const received = await signedNow();
      await transfer(bench, received.contractId);
      expect(codesOf(await decline(received.applicationId))).toHaveLength(1);
      expect(await bench.sql('select status from core.contract where id = $1', [received.contractId])).toEqual([{ status: 'ACTIVE' }]);
    });

    it('ru-mfo/veritas/4.6/в · the client may decline accepted money before it is received: the payout is cancelled, no contract arises', async () => {
      const clientId = await bench.borrower();
      const applicationId = await inReview(bench, clientId);
      await decide(bench, applicationId);
      const { contractId } = await accept(bench, clientId, applicationId);
      expect(codesOf(await bench.execute(withdrawApplication, { applicationId }, bench.client(clientId)))).toEqual([]);
      expect(await bench.sql('select status, concluded_at from core.contract where id = $1', [contractId])).toEqual([
        { status: 'CANCELLED', concluded_at: null },
      ]);
      expect(codesOf(await transfer(bench, contractId!))).toEqual(['TRANSFER_NOT_POSSIBLE']);
      expect(await deadlineOf(applicationId, 'ru-mfo/transfer')).toMatchObject({ state: 'CANCELLED' });
    });
  });
});
