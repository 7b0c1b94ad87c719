import { assess } from '../assessment/assess.command';
import { answerExplanation, askExplanation } from '../explanations/explanation.commands';
import { LoanBench } from '../test-support/loan-bench';
import { start } from '../test-support/loan-steps';
import { solvency } from '../test-support/packet-steps';
import { applicant, examined, MONDAY, RECEPTION_LENDER, signedApplication, stated } from '../test-support/reception-steps';
import { proposeAgeException } from './age-exception.commands';
import { recordRegisterReply } from './record-register-reply.command';

const CARD = 'карта 2200 0000 0000 0004';

describe('texts that officers and applicants write', () => {
  let bench: LoanBench;
  let clientId: string;
  let applicationId: string;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: RECEPTION_LENDER, at: MONDAY });
    clientId = await applicant(bench);
    applicationId = await signedApplication(bench, clientId);
    await examined(bench, clientId, applicationId);
  });
  afterAll(() => bench.close());

  const refused = (field: readonly string[]) => [
    expect.objectContaining({ code: 'RU_MFO_CARD_NUMBER_REFUSED', path: ['input', ...field] }),
  ];

  it('hold no card number: an assessment', async () => {
    const found = { applicationId, sources: ['CLIENT_DATA', 'CREDIT_BUREAU'], identificationMethods: ['INFORMATION_SYSTEMS'] };
    const judged = { creditHistoryMeetsPolicy: true, dataReliable: true, solvency: { ...solvency(), familyComposition: CARD } };
    expect((await bench.execute(assess, { ...found, ...judged })).findings).toEqual(refused(['solvency', 'familyComposition']));
  });

  it('hold no card number: a register’s reply and a proposal', async () => {
    const reply = { applicationId, register: 'REPUTATION' as const, adverse: true, source: CARD, repliedAt: MONDAY };
    expect((await bench.execute(recordRegisterReply, reply)).findings).toEqual(refused(['source']));
    expect((await bench.execute(proposeAgeException, { applicationId, reasons: CARD })).findings).toEqual(refused(['reasons']));
  });

  it('hold no card number: what is stated with an application', async () => {
    const before = await bench.sql('select id from core.application where client_id = $1', [clientId]);
    expect((await start(bench, clientId, stated({ purpose: CARD }))).findings).toEqual(refused(['ruMfo', 'purpose']));
    expect((await start(bench, clientId, stated({ rulesShown: CARD }))).findings).toEqual(refused(['ruMfo', 'rulesShown']));
    expect(await bench.sql('select id from core.application where client_id = $1', [clientId])).toEqual(before);
  });

  it('hold no card number: the grounds of an answer', async () => {
    const question = { clientId, applicationId, channel: 'SMS' as const, question: 'Из чего складывается платёж?', ofLaw: false };
    const { explanationId } = await bench.execute(askExplanation, question, bench.client(clientId));
    const answer = {
      explanationId: explanationId!,
      answer: 'Из основного долга и процентов.',
      language: 'ru',
      confirmed: ['TERMS_EXPLAINED', 'PLAIN_LANGUAGE', 'NOT_MISLEADING'] as const,
      responsiblePost: 'DIRECTOR_GENERAL' as const,
      responsiblePerson: 'director',
      grounds: [CARD],
    };
    expect((await bench.execute(answerExplanation, answer)).findings).toEqual(refused(['grounds', '0']));
    expect((await bench.execute(answerExplanation, { ...answer, grounds: [] })).findings ?? []).toEqual([]);
  });
});
