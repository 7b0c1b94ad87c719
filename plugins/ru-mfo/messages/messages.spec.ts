import { toGlobalId } from '../../../schema/base';
import { graphOf } from '../test-support/graph-of';
import { LoanBench } from '../test-support/loan-bench';
import { upTo } from '../test-support/registration-steps';
import { sendMessage } from './send-message.command';

const PERSONAL = `query ($id: ID!) { client(id: $id) { ruMfo {
  messages { text } explanations { question } registration { history { content } } } } }`;

describe('what a borrower wrote and answered', () => {
  let bench: LoanBench;
  let clientId: string;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: 'kapital-nt' });
    clientId = await upTo(bench, 'ADDITIONAL_INFO');
    await bench.execute(sendMessage, { clientId, text: 'Когда платить?' }, bench.client(clientId));
  });
  afterAll(() => bench.close());

  const reads = () => bench.sql("select 1 from core.audit_entry where command = 'readClientPersonal'");

  it('leaves a trace in the audit when an officer reads it, and none when the borrower does', async () => {
    const ask = graphOf(bench);
    const own = await ask(PERSONAL, { id: toGlobalId('Client', clientId) }, bench.client(clientId));
    expect(own.client.ruMfo).toMatchObject({ messages: [{ text: 'Когда платить?' }], registration: { history: expect.any(Array) } });
    expect(await reads()).toEqual([]);
    const officer = { ...bench.officer, scopes: new Set(['clients:personal']) };
    await ask(PERSONAL, { id: toGlobalId('Client', clientId) }, officer);
    expect(await reads()).toHaveLength(3);
  });

  it('is nothing that another borrower finds', async () => {
    const other = await upTo(bench, 'PASSPORT_DATA');
    const { client } = await graphOf(bench)(PERSONAL, { id: toGlobalId('Client', clientId) }, bench.client(other));
    expect(client).toBeNull();
  });
});
