import { submitApplication, takeApplication } from '../../../modules/applications';
import { silent } from '../../../modules/rules';
import { ruMfo } from '..';
import { assess } from '../assessment/assess.command';
import { closeDemand, openDemand } from '../demands/demand.commands';
import { openInquiry } from '../law/inquiry.commands';
import { editions } from '../lenders/kapital-nt/editions';
import { rules } from '../rule-set';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, decide, start, transfer } from '../test-support/loan-steps';
import {
  applied,
  askBureaus,
  CODE_EDITION,
  CODE_LENDER,
  codeBorrower,
  reviewed,
  sentApplication,
  signPacketOf,
  solvency,
} from '../test-support/packet-steps';
import { checkData, recordContact, revokeConsent } from './review.commands';

const ID = 'ru-mfo/kapital-nt';
const wanted = { amount: '10000.00', termDays: 21 };

describe('the review of an application', () => {
  let bench: LoanBench;
  beforeEach(() => bench.clock.moveTo('2023-02-21T14:05:00Z'));
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: CODE_LENDER, at: '2023-02-21T14:05:00Z' });
  });
  afterAll(() => bench.close());

  const sent = async (changes: Parameters<typeof codeBorrower>[1] = {}) => {
    const clientId = await codeBorrower(bench, changes);
    return { clientId, applicationId: await sentApplication(bench, clientId) };
  };
  const assessed = (applicationId: string, changes: Parameters<typeof solvency>[0] = {}, sources = ['CLIENT_DATA', 'CREDIT_BUREAU']) =>
    bench.execute(assess, {
      applicationId,
      sources,
      identificationMethods: ['DOCUMENT_PHOTOS'],
      creditHistoryMeetsPolicy: true,
      dataReliable: true,
      solvency: solvency(changes),
    });
  const solvencyOf = async (applicationId: string) =>
    (
      await bench.sql<Record<string, unknown> & { assessment_id: string; details_enc: Buffer }>(
        'select * from ru_mfo.solvency where application_id = $1',
        [applicationId],
      )
    )[0]!;

  it(`${ID}/preamble/1 · a client that is no natural person begins no application`, async () => {
    const clientId = await codeBorrower(bench);
    await bench.sql("update core.client set kind = 'LEGAL_ENTITY' where id = $1", [clientId]);
    const { findings = [] } = await start(bench, clientId, applied(), wanted);
    expect(findings).toMatchObject([{ code: 'RU_MFO_BORROWER_TYPE_NOT_ALLOWED', clauses: [`${ID}/preamble/1`] }]);
  });

  it(`${ID}/term/Заявка · an application made in the office is refused`, async () => {
    const clientId = await codeBorrower(bench);
    const { findings = [] } = await start(bench, clientId, applied(), { ...wanted, channel: 'OFFICE' });
    expect(findings).toMatchObject([{ code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: [`${ID}/term/Заявка`] }]);
  });

  for (const [clause, warning] of [
    ['12/1', 'FALSE_DATA_RISK'],
    ['12/2', 'CRIMINAL_LIABILITY'],
  ] as const) {
    it(`${ID}/${clause} · the acknowledged warning is kept with the application`, async () => {
      const { applicationId } = await sent();
      const [row] = await bench.sql<{ acknowledged: string[] }>(
        'select acknowledged from ru_mfo.application_start where application_id = $1',
        [applicationId],
      );
      expect(row!.acknowledged).toContain(warning);
      const clientId = await codeBorrower(bench);
      const acknowledged = row!.acknowledged.filter((code) => code !== warning);
      const begun = await start(bench, clientId, applied({ acknowledged }), wanted);
      const { findings = [] } = await bench.execute(submitApplication, { applicationId: begun.applicationId! }, bench.client(clientId));
      expect(findings).toMatchObject([{ code: 'RU_MFO_TERMS_NOT_ACCEPTED', clauses: [`${ID}/${clause}`] }]);
    });
  }

  it(`${ID}/13/1 · neither approval nor refusal is recorded before the check is finished`, async () => {
    const { applicationId } = await sent();
    await askBureaus(bench, applicationId);
    await assessed(applicationId);
    expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_CHECK_MISSING');
    await bench.execute(checkData, { applicationId, falseData: [] });
    expect(codesOf(await decide(bench, applicationId))).toEqual([]);
  });

  it(`${ID}/13/2 · after the consent was revoked nothing is checked and nothing decided`, async () => {
    const { clientId, applicationId } = await sent();
    await bench.execute(revokeConsent, { clientId, consent: 'PERSONAL_DATA' }, bench.client(clientId));
    const { findings = [] } = await bench.execute(checkData, { applicationId, falseData: [] });
    expect(findings).toMatchObject([{ code: 'RU_MFO_CONSENT_MISSING', clauses: [`${ID}/13/2`], facts: { consent: 'PERSONAL_DATA' } }]);
    expect(codesOf(await bench.execute(revokeConsent, { clientId, consent: 'PERSONAL_DATA' }, bench.client(clientId)))).toEqual([
      'RU_MFO_CONSENT_MISSING',
    ]);
  });

  it(`${ID}/11 · data that the check found false stand against an approval and allow to refuse`, async () => {
    const { applicationId } = await sent();
    await reviewed(bench, applicationId, { falseData: ['EMPLOYER'] });
    const { findings = [] } = await decide(bench, applicationId);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'RU_MFO_DATA_UNRELIABLE', clauses: [`${ID}/11`] }));
    const grounds = [{ code: 'RU_MFO_DATA_UNRELIABLE', note: null }];
    expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds }))).toEqual([]);
    const [decision] = await bench.sql<{ grounds: { clause: string }[] }>('select grounds from core.decision where application_id = $1', [
      applicationId,
    ]);
    expect(decision!.grounds).toEqual([{ code: 'RU_MFO_DATA_UNRELIABLE', note: null, clause: `${ID}/17/3` }]);
  });

  it(`${ID}/15/2 · a call that confirms data is recorded with its result, one of tomorrow is not`, async () => {
    const { applicationId } = await sent();
    const call = { applicationId, channel: 'PHONE' as const, subject: 'EMPLOYER', result: 'CONFIRMED' as const };
    expect(codesOf(await bench.execute(recordContact, { ...call, heldAt: new Date('2023-02-21T11:30:00Z') }))).toEqual([]);
    expect(
      await bench.sql('select channel, subject, result, held_at from ru_mfo.verification_contact where application_id = $1', [
        applicationId,
      ]),
    ).toEqual([{ channel: 'PHONE', subject: 'EMPLOYER', result: 'CONFIRMED', held_at: new Date('2023-02-21T11:30:00Z') }]);
    expect(codesOf(await bench.execute(recordContact, { ...call, heldAt: new Date('2023-02-22T11:30:00Z') }))).toEqual([
      'RU_MFO_CONTACT_IN_FUTURE',
    ]);
    expect(
      codesOf(await bench.execute(recordContact, { ...call, subject: 'его начальник', heldAt: new Date('2023-02-21T11:30:00Z') })),
    ).toEqual(['RU_MFO_DATA_NAME_INVALID']);
  });

  it(`${ID}/15/3 · other terms are not decided`, async () => {
    const { applicationId } = await sent();
    await reviewed(bench, applicationId);
    const { findings = [] } = await decide(bench, applicationId, { kind: 'APPROVED_OTHER_TERMS', amount: '9000.00' });
    expect(findings).toContainEqual(expect.objectContaining({ code: 'RU_MFO_DECISION_KIND_INVALID', clauses: [`${ID}/15/3`] }));
  });

  it(`${ID}/16/2 · a citizen of another state is not approved, and the refusal names the requirement`, async () => {
    const { applicationId } = await sent({ citizenship: 'KZ' });
    await reviewed(bench, applicationId);
    const { findings = [] } = await decide(bench, applicationId);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'RU_MFO_NOT_ELIGIBLE', clauses: [`${ID}/17/1`] }));
    expect(findings).toContainEqual(expect.objectContaining({ code: 'RU_MFO_CITIZENSHIP_REQUIRED', clauses: [`${ID}/16/2`] }));
    const grounds = [{ code: 'RU_MFO_NOT_ELIGIBLE', note: null }];
    expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds }))).not.toContain('RU_MFO_DECISION_BASIS_MISSING');
  });

  it(`${ID}/17/5 · with a loan that is not due yet another one is not approved; ${ID}/17/4 names it once it is overdue`, async () => {
    const { clientId, applicationId } = await sent();
    await reviewed(bench, applicationId);
    await decide(bench, applicationId);
    const { contractId } = await signPacketOf(bench, clientId, applicationId);
    await transfer(bench, contractId!);
    const begun = await start(bench, clientId, applied(), wanted);
    await bench.sql(
      `insert into ru_mfo.data_confirmation (lender_id, id, client_id, application_id, changed, confirmed_at)
       values ($1, gen_random_uuid(), $2, $3, false, '2023-02-21T14:05:00Z')`,
      [bench.lender.id, clientId, begun.applicationId],
    );
    const second = begun.applicationId!;
    expect(codesOf(await bench.execute(submitApplication, { applicationId: second }, bench.client(clientId)))).toEqual([]);
    await bench.execute(takeApplication, { applicationId: second });
    await reviewed(bench, second);
    const early = await decide(bench, second);
    expect(early.findings).toContainEqual(expect.objectContaining({ code: 'RU_MFO_ACTIVE_CONTRACT_EXISTS', clauses: [`${ID}/17/5`] }));
    bench.clock.moveTo('2023-03-15T08:00:00Z');
    const late = await decide(bench, second);
    expect(late.findings).toContainEqual(expect.objectContaining({ code: 'RU_MFO_OUTSTANDING_DEBT', clauses: [`${ID}/17/4`] }));
    expect(codesOf(late)).not.toContain('RU_MFO_ACTIVE_CONTRACT_EXISTS');
  });

  it(`${ID}/17/2 · an income that does not cover the loan is a negative assessment, and a ground`, async () => {
    const { applicationId } = await sent();
    await reviewed(bench, applicationId, { solvency: { monthlyIncome: '9000.00' } });
    expect(codesOf(await decide(bench, applicationId))).toContain('RU_MFO_SOLVENCY_NEGATIVE');
    const grounds = [{ code: 'RU_MFO_SOLVENCY_NEGATIVE', note: null }];
    expect(codesOf(await decide(bench, applicationId, { kind: 'REFUSED', grounds }))).toEqual([]);
  });

  it(`${ID}/16/5 · without any income the loan is not approved`, async () => {
    const { applicationId } = await sent();
    await bench.execute(checkData, { applicationId, falseData: [] });
    await askBureaus(bench, applicationId);
    expect(codesOf(await assessed(applicationId, { monthlyIncome: '0' }))).toEqual([]);
    expect(codesOf(await decide(bench, applicationId))).toEqual(
      expect.arrayContaining(['RU_MFO_INCOME_REQUIRED', 'RU_MFO_SOLVENCY_NEGATIVE']),
    );
  });

  it(`${ID}/18/1 · nothing is approved before the assessment`, async () => {
    const { applicationId } = await sent();
    await bench.execute(checkData, { applicationId, falseData: [] });
    const { findings = [] } = await decide(bench, applicationId);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'RU_MFO_SOLVENCY_NOT_ASSESSED', clauses: [`${ID}/18/1`] }));
  });

  it(`${ID}/18/2 · an assessment without sources is not kept, one with sources lists them`, async () => {
    const { applicationId } = await sent();
    await askBureaus(bench, applicationId);
    const { findings = [] } = await assessed(applicationId, {}, []);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'RU_MFO_SOLVENCY_SOURCE_MISSING', clauses: [`${ID}/18/2`] }));
    expect(codesOf(await assessed(applicationId))).toEqual([]);
    const [row] = await bench.sql<{ sources: string[] }>('select sources from ru_mfo.assessment where application_id = $1', [
      applicationId,
    ]);
    expect(row!.sources).toEqual(['CLIENT_DATA', 'CREDIT_BUREAU']);
  });

  it(`${ID}/19/1 · 10 000 asked of an income of 45 000 a month is kept as 0.2222`, async () => {
    const { applicationId } = await sent();
    await askBureaus(bench, applicationId);
    await assessed(applicationId);
    const row = await solvencyOf(applicationId);
    expect(row.amount_to_income).toBe('0.2222');
    expect(JSON.parse(bench.open(row.details_enc, 'ru_mfo.solvency', row.assessment_id, 'details'))).toMatchObject({ income: '45000.00' });
  });

  it.each([
    ['19/2', { incomeSources: [] }, 'INCOME_SOURCES'],
    ['19/3', { category: null }, 'CLIENT_CATEGORY'],
    ['19/4', { externalConditions: [{ level: 'COUNTRY', note: 'Спокойно' }] }, 'REGION, INDUSTRY'],
    ['20/3/доход', { incomeLossRisk: null }, 'INCOME_LOSS_RISK'],
  ] as const)(`${ID}/%s · an assessment that lacks its criterion is not finished`, async (clause, changes, missing) => {
    const { applicationId } = await sent();
    await askBureaus(bench, applicationId);
    const { findings = [] } = await assessed(applicationId, changes);
    const found = findings.find(({ clauses }) => clauses.includes(`${ID}/${clause}`));
    expect(found).toMatchObject({ code: 'RU_MFO_SOLVENCY_CRITERION_MISSING' });
    expect(String(found!.facts.missing).split(', ').sort()).toEqual(missing.split(', ').sort());
    expect(await bench.sql('select 1 from ru_mfo.assessment where application_id = $1', [applicationId])).toEqual([]);
  });

  it(`${ID}/20/1 · an application is scored with its assessment, and not before the bureaus answered`, async () => {
    const { applicationId } = await sent();
    expect(codesOf(await assessed(applicationId))).toContain('RU_MFO_SCORING_MISSING');
    await askBureaus(bench, applicationId);
    expect(codesOf(await assessed(applicationId))).toEqual([]);
    expect(await solvencyOf(applicationId)).toMatchObject({ score: 1000, solvent: true, formula: 'income-risk/1' });
  });

  it(`${ID}/20/2/запрос · bureaus are not asked without the consent that the application gives`, async () => {
    const { applicationId } = await sent();
    await bench.sql('update ru_mfo.application set bureau_consent_at = null where application_id = $1', [applicationId]);
    expect(codesOf(await bench.execute(openInquiry, { applicationId, monthlyIncome: null }))).toEqual(['RU_MFO_CONSENT_MISSING']);
    expect(codesOf(await assessed(applicationId))).toContain('RU_MFO_CONSENT_MISSING');
  });

  it(`${ID}/20/2/анализ · what is paid a month on current obligations is read from the bureaus’ answer`, async () => {
    const { applicationId } = await sent();
    await askBureaus(bench, applicationId);
    await assessed(applicationId);
    const row = await solvencyOf(applicationId);
    expect(row.monthly_payments).toBe('4000.00');
    expect(JSON.parse(bench.open(row.details_enc, 'ru_mfo.solvency', row.assessment_id, 'details'))).toMatchObject({
      bureau: { currentObligations: 1, paymentsPerMonth: 1, monthlyPayments: '4000.00', longestOverdueDays: 0 },
    });
  });

  it(`${ID}/20/3/документы · a proof of income may be asked for, and its receipt is kept`, async () => {
    const { applicationId } = await sent();
    const { demandId } = await bench.execute(openDemand, { applicationId, kind: 'INCOME_PROOF', description: null });
    const close = { applicationId, demandId: demandId!, status: 'MET' as const, channel: null, outcome: null };
    expect(codesOf(await bench.execute(closeDemand, { ...close, document: 'LETTER' }))).toEqual(['RU_MFO_DOCUMENT_KIND_NOT_ALLOWED']);
    expect(codesOf(await bench.execute(closeDemand, { ...close, document: 'INCOME_CERTIFICATE' }))).toEqual([]);
    expect(await bench.sql('select status, document from ru_mfo.demand where id = $1', [demandId])).toEqual([
      { status: 'MET', document: 'INCOME_CERTIFICATE' },
    ]);
    const other = await bench.execute(openDemand, { applicationId, kind: 'SELFIE_PASSPORT', description: null });
    expect(other.findings).toMatchObject([{ code: 'RU_MFO_DOCUMENT_KIND_NOT_ALLOWED', clauses: [`${ID}/20/3/документы`] }]);
  });

  it(`${ID}/21 · an assessment stays in the dossier with its author and moment; a later one stands beside it`, async () => {
    const { applicationId } = await sent();
    await askBureaus(bench, applicationId);
    await assessed(applicationId);
    bench.clock.moveTo('2023-02-22T08:00:00Z');
    await assessed(applicationId, { monthlyIncome: '50000.00' });
    const rows = await bench.sql<{ assessed_by: string; assessed_at: Date; amount_to_income: string }>(
      `select a.assessed_by, a.assessed_at, s.amount_to_income from ru_mfo.assessment a
       join ru_mfo.solvency s on s.assessment_id = a.id where a.application_id = $1 order by a.assessed_at`,
      [applicationId],
    );
    expect(rows).toEqual([
      { assessed_by: 'OFFICER:officer-1', assessed_at: new Date('2023-02-21T14:05:00Z'), amount_to_income: '0.2222' },
      { assessed_by: 'OFFICER:officer-1', assessed_at: new Date('2023-02-22T08:00:00Z'), amount_to_income: '0.2000' },
    ]);
    const rights = await bench.sql<{ privilege_type: string }>(
      `select privilege_type from information_schema.role_table_grants where grantee = 'lexgraph_app' and table_schema = 'ru_mfo' and table_name = 'solvency'`,
    );
    expect(rights.map(({ privilege_type }) => privilege_type)).not.toContain('UPDATE');
  });

  it(`${ID}/43/2 · nothing is begun before the edition in force was shown`, async () => {
    const clientId = await codeBorrower(bench);
    for (const rulesShown of [null, 'ru-mfo/kapital-nt/2019-01-01']) {
      const { findings = [] } = await start(bench, clientId, applied({ rulesShown }), wanted);
      expect(findings).toMatchObject([{ code: 'RU_MFO_EDITION_NOT_PRESENTED', clauses: [`${ID}/43/2`] }]);
    }
    expect(codesOf(await start(bench, clientId, applied(), wanted))).toEqual([]);
  });
});

describe('a second edition of the rules', () => {
  const [first] = editions.timeline;
  if (first?.kind !== 'EDITION') throw new Error('The lender’s first edition is held.');
  const changed = { ...first.entries, 'notice.refusal.anyOf': silent } as typeof first.entries;
  const next = rules.lender('ru-mfo/kapital-nt', {
    chosenBy: editions.chosenBy,
    basis: editions.basis,
    reviewBy: '2027-04-01',
    timeline: [
      rules.edition('2022-09-20', '2023-06-01', first.citation, first.entries as never, first.options),
      rules.edition('2023-06-01', null, first.citation, changed as never, { title: 'приказ № 2010/1' }),
    ],
  });
  const plugin = { ...ruMfo, editions: ruMfo.editions!.map((one) => (one.lender === 'kapital-nt' ? next : one)) };
  const NEW = 'ru-mfo/kapital-nt/2023-06-01';
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: CODE_LENDER, at: '2023-05-31T19:55:00Z', plugin });
  });
  afterAll(() => bench.close());

  const begun = async (rulesShown: string) => {
    const clientId = await codeBorrower(bench);
    const { applicationId } = await start(bench, clientId, applied({ rulesShown }), wanted);
    const [row] = await bench.sql<{ edition_id: string; begun_at: Date }>(
      'select edition_id, begun_at from ru_mfo.application_start where application_id = $1',
      [applicationId ?? null],
    );
    return { clientId, applicationId, edition: row?.edition_id };
  };

  it(`${ID}/44 · an application of 31 May 23:55 in Samara is under the first edition, one of 1 June 00:05 under the second, and stays there`, async () => {
    bench.clock.moveTo('2023-05-31T19:55:00Z');
    const before = await begun(CODE_EDITION);
    expect(before.edition).toBe(CODE_EDITION);
    bench.clock.moveTo('2023-05-31T20:05:00Z');
    expect((await begun(NEW)).edition).toBe(NEW);
    const submitted = await bench.execute(submitApplication, { applicationId: before.applicationId! }, bench.client(before.clientId));
    expect(submitted.findings ?? []).toEqual([]);
    await bench.execute(takeApplication, { applicationId: before.applicationId! });
    await reviewed(bench, before.applicationId!);
    expect(codesOf(await decide(bench, before.applicationId!))).toEqual([]);
    const [decision] = await bench.sql<{ edition_id: string }>('select edition_id from core.decision where application_id = $1', [
      before.applicationId,
    ]);
    expect(decision!.edition_id).toBe(CODE_EDITION);
  });

  it(`${ID}/43/1 · both editions stand beside each other, each found on its days`, async () => {
    expect(next.timeline.map(({ from, to }) => [from, to])).toEqual([
      ['2022-09-20', '2023-06-01'],
      ['2023-06-01', null],
    ]);
    bench.clock.moveTo('2023-06-02T08:00:00Z');
    // The former edition is no longer the one to show.
    const clientId = await codeBorrower(bench);
    expect(codesOf(await start(bench, clientId, applied({ rulesShown: CODE_EDITION }), wanted))).toContain('RU_MFO_EDITION_NOT_PRESENTED');
  });
});
