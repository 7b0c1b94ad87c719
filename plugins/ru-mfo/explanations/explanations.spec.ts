import { sendMessage } from '../messages/send-message.command';
import { graphOf } from '../test-support/graph-of';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, decide, transfer } from '../test-support/loan-steps';
import { CODE_LENDER, codeBorrower, signPacketOf } from '../test-support/packet-steps';
import { account, applicant, examined, MONDAY, RECEPTION_LENDER, signedApplication } from '../test-support/reception-steps';
import { type AnswerExplanation, type AskExplanation, answerExplanation, askExplanation } from './explanation.commands';

const asked = (clientId: string, changes: Partial<AskExplanation> = {}): AskExplanation => ({
  clientId,
  applicationId: null,
  channel: 'SMS',
  question: 'Что значит «фиксируемая сумма платежей»?',
  ofLaw: false,
  ...changes,
});

const answered = (explanationId: string, changes: Partial<AnswerExplanation> = {}): AnswerExplanation => ({
  explanationId,
  answer: 'Это предел: когда проценты достигнут его, они больше не начисляются.',
  language: 'ru',
  confirmed: ['TERMS_EXPLAINED', 'PLAIN_LANGUAGE', 'NOT_MISLEADING'],
  responsiblePost: 'DIRECTOR_GENERAL',
  responsiblePerson: 'officer-1',
  grounds: [],
  ...changes,
});

const rowOf = async (bench: LoanBench, id: string) =>
  (
    await bench.sql<{
      status: string;
      channel: string;
      responsible_person: string | null;
      notification_id: string | null;
      question_enc: Buffer;
      answer_enc: Buffer | null;
    }>('select status, channel, responsible_person, notification_id, question_enc, answer_enc from ru_mfo.explanation where id = $1', [id])
  )[0]!;

describe('explanations by short message', () => {
  const ID = 'ru-mfo/sotovy';
  let bench: LoanBench;
  let clientId: string;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: RECEPTION_LENDER, at: MONDAY });
    clientId = await account(bench);
  });
  afterAll(() => bench.close());
  const ask = async (changes: Partial<AskExplanation> = {}) =>
    (await bench.execute(askExplanation, asked(clientId, changes), bench.client(clientId))).explanationId!;
  const answer = (id: string, changes: Partial<AnswerExplanation> = {}) => bench.execute(answerExplanation, answered(id, changes));

  it(`${ID}/5.1 · a request is answered by a short message, which is linked to it; no other way is taken`, async () => {
    const id = await ask();
    expect(codesOf(await answer(id))).toEqual([]);
    const row = await rowOf(bench, id);
    expect(row).toMatchObject({ status: 'ANSWERED', channel: 'SMS' });
    const [message] = await bench.sql<{ channel: string; kind: string; clause: string }>(
      'select channel, kind, clause from core.notification where id = $1',
      [row.notification_id],
    );
    expect(message).toEqual({ channel: 'SMS', kind: 'EXPLANATION', clause: `${ID}/5.1` });
    const other = await bench.execute(askExplanation, asked(clientId, { channel: 'PHONE' }), bench.client(clientId));
    expect(other.findings).toMatchObject([{ code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: [`${ID}/5.1`] }]);
  });

  it.each([
    ['5.2', 'without the person who answers for it', { responsiblePerson: ' ' }, 'RU_MFO_FIELD_REQUIRED'],
    ['5.2', 'of somebody else than the director general', { responsiblePost: 'EMPLOYEE' as const }, 'RU_MFO_FIELD_REQUIRED'],
    ['5.3', 'in English', { language: 'en' }, 'RU_MFO_LANGUAGE_NOT_ALLOWED'],
    [
      '5.4/1',
      'with terms unexplained',
      { confirmed: ['PLAIN_LANGUAGE' as const, 'NOT_MISLEADING' as const] },
      'RU_MFO_EXPLANATION_CHECKLIST',
    ],
    [
      '5.4/2',
      'not in plain language',
      { confirmed: ['TERMS_EXPLAINED' as const, 'NOT_MISLEADING' as const] },
      'RU_MFO_EXPLANATION_CHECKLIST',
    ],
    ['5.4/3', 'that may mislead', { confirmed: ['TERMS_EXPLAINED' as const, 'PLAIN_LANGUAGE' as const] }, 'RU_MFO_EXPLANATION_CHECKLIST'],
  ])(`${ID}/%s · an answer %s is not given, and the request stays open`, async (point, _what, changes, code) => {
    const id = await ask();
    expect((await answer(id, changes)).findings).toMatchObject([{ code, clauses: [`${ID}/${point}`] }]);
    expect(await rowOf(bench, id)).toMatchObject({ status: 'OPEN', answer_enc: null });
    expect(codesOf(await answer(id))).toEqual([]);
  });

  it(`${ID}/5.5/а · a question of law gets an answer with its grounds, kept with the question`, async () => {
    const id = await ask({ ofLaw: true, question: 'Можно ли передать мой долг другому лицу?' });
    expect((await answer(id)).findings).toMatchObject([{ code: 'RU_MFO_EXPLANATION_MISSING', clauses: [`${ID}/5.5/а`] }]);
    expect(codesOf(await answer(id, { answer: ' ', grounds: ['353-ФЗ, ст. 12'] }))).toEqual(['RU_MFO_EXPLANATION_MISSING']);
    expect(codesOf(await answer(id, { grounds: ['353-ФЗ, ст. 12'] }))).toEqual([]);
    const { question_enc, answer_enc } = await rowOf(bench, id);
    expect(bench.open(question_enc, 'ru_mfo.explanation', id, 'question')).toContain('долг');
    expect(bench.open(answer_enc!, 'ru_mfo.explanation', id, 'answer')).toContain('предел');
  });

  it('hold no card number, nor do messages and answers', async () => {
    const number = 'карта 2200 0000 0000 0004';
    const refused = [
      await bench.execute(askExplanation, asked(clientId, { question: number }), bench.client(clientId)),
      await bench.execute(sendMessage, { clientId, text: number }, bench.client(clientId)),
      await bench.execute(answerExplanation, answered(await ask(), { answer: number })),
    ];
    expect(refused.map(codesOf)).toEqual(refused.map(() => ['RU_MFO_CARD_NUMBER_REFUSED']));
  });

  it('are asked about an own application only', async () => {
    const applicationId = '0199f0a0-0000-7000-8000-000000000001';
    const foreign = await signedApplication(bench, await applicant(bench));
    for (const [of, caller] of [
      [applicationId, bench.client(clientId)],
      [foreign, bench.client(clientId)],
      [foreign, bench.officer],
    ] as const) {
      const input = asked(clientId, { applicationId: of });
      expect(codesOf(await bench.execute(askExplanation, input, caller))).toEqual(['APPLICATION_NOT_FOUND']);
    }
  });

  it('are answered once, and an empty or endless question is none', async () => {
    const id = await ask();
    await answer(id);
    expect(codesOf(await answer(id))).toEqual(['RU_MFO_EXPLANATION_NOT_FOUND']);
    expect(codesOf(await answer(clientId))).toEqual(['RU_MFO_EXPLANATION_NOT_FOUND']);
    for (const question of ['  ', 'я'.repeat(10_001)])
      expect(codesOf(await bench.execute(askExplanation, asked(clientId, { question }), bench.client(clientId)))).toEqual([
        'RU_MFO_FIELD_REQUIRED',
      ]);
    expect(codesOf(await answer(await ask(), { answer: 'я'.repeat(1_001) }))).toEqual(['RU_MFO_FIELD_REQUIRED']);
  });

  it('cannot be asked in somebody else’s name', async () => {
    const other = await account(bench);
    expect(codesOf(await bench.execute(askExplanation, asked(other), bench.client(clientId)))).toEqual(['CLIENT_NOT_FOUND']);
  });

  it(`${ID}/1.3/Личный_кабинет · client and lender write to each other, and the account shows it all`, async () => {
    const someone = await applicant(bench);
    const applicationId = await signedApplication(bench, someone);
    await examined(bench, someone, applicationId);
    await decide(bench, applicationId);
    await signPacketOf(bench, someone, applicationId);
    const [contract] = await bench.sql<{ id: string }>('select id from core.contract where application_id = $1', [applicationId]);
    await transfer(bench, contract!.id);
    await bench.execute(sendMessage, { clientId: someone, text: 'Когда следующий платёж?' }, bench.client(someone));
    bench.clock.advance({ minutes: 1 });
    await bench.execute(sendMessage, { clientId: someone, text: 'Дата стоит в графике.' });
    const ask = graphOf(bench);
    const { viewer } = await ask(
      'query { viewer { client { ruMfo { messages { author text } explanations { status } } contracts(first: 5) { edges { node { status debt { principal { amount } } } } } } } }',
      {},
      bench.client(someone),
    );
    expect(viewer.client.contracts.edges).toEqual([{ node: { status: 'ACTIVE', debt: { principal: { amount: '8000.00' } } } }]);
    expect(viewer.client.ruMfo.messages).toEqual([
      { author: 'CLIENT', text: 'Когда следующий платёж?' },
      { author: 'LENDER', text: 'Дата стоит в графике.' },
    ]);
    expect(codesOf(await bench.execute(sendMessage, { clientId: someone, text: ' ' }, bench.client(someone)))).toEqual([
      'RU_MFO_FIELD_REQUIRED',
    ]);
  });
});

describe('explanations by phone, chat and letter', () => {
  const ID = 'ru-mfo/kapital-nt';
  let bench: LoanBench;
  let clientId: string;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: CODE_LENDER, at: MONDAY });
    clientId = await codeBorrower(bench);
  });
  afterAll(() => bench.close());

  it(`${ID}/46 · requests by phone, online chat and letter are recorded with their way and answered; short messages are none`, async () => {
    for (const channel of ['PHONE', 'ONLINE_CHAT', 'POST'] as const) {
      const { explanationId } = await bench.execute(askExplanation, asked(clientId, { channel }));
      expect(codesOf(await bench.execute(answerExplanation, answered(explanationId!, { responsiblePost: 'EMPLOYEE' })))).toEqual([]);
      expect(await rowOf(bench, explanationId!)).toMatchObject({ status: 'ANSWERED', channel, notification_id: null });
    }
    const refused = await bench.execute(askExplanation, asked(clientId));
    expect(refused.findings).toMatchObject([{ code: 'RU_MFO_CHANNEL_NOT_ALLOWED', clauses: [`${ID}/46`] }]);
  });

  it(`${ID}/47 · the employee who consults is named on each explanation`, async () => {
    const { explanationId } = await bench.execute(askExplanation, asked(clientId, { channel: 'PHONE' }));
    const nobody = await bench.execute(
      answerExplanation,
      answered(explanationId!, { responsiblePost: 'EMPLOYEE', responsiblePerson: null }),
    );
    expect(nobody.findings).toMatchObject([{ code: 'RU_MFO_FIELD_REQUIRED', clauses: [`${ID}/47`] }]);
    expect(codesOf(await bench.execute(answerExplanation, answered(explanationId!, { responsiblePost: 'EMPLOYEE' })))).toEqual([]);
    expect((await rowOf(bench, explanationId!)).responsible_person).toBe('officer-1');
  });
});
