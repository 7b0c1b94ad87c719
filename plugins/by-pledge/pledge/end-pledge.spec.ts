import { Temporal } from 'temporal-polyfill';
import { addClaimItemCommand } from '../claim/add-claim-item.command';
import { creditRegisterJob, creditRegisterPort } from '../credit-register/port';
import { codesOf, PledgeBench } from '../test-support/pledge-bench';
import { endJob, endPerformedPledge, endPledgeByOfficer } from './end-pledge';

describe('what a pledge secures, and its end', () => {
  let bench: PledgeBench;
  beforeAll(async () => {
    bench = await PledgeBench.open();
    bench.bind(creditRegisterPort, { send: async ({ id }) => `CR-${id.slice(-6)}` });
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.toDay('2026-06-01'));

  it('by-pledge/1.2/p1/scope · secures what the agreement names and nothing else', async () => {
    const { pledgeId, contractId } = await bench.running();
    const add = (kind: string, reference: string) => bench.execute(addClaimItemCommand, { pledgeId, kind, amount: '10.00', reference });
    expect(codesOf(await add('ADVISORY_FEE', 'a-1'))).toEqual(['BY_PLEDGE_CLAIM_ITEM_NOT_SECURED']);
    expect(codesOf(await add('COURT_COSTS', 'c-1'))).toEqual([]);
    expect(await bench.sql('select cost from core.ledger where contract_id = $1', [contractId])).toEqual([{ cost: '10.00' }]);
  });

  it('by-pledge/1.2/p2 · the secured sum is the claim at the moment of satisfaction', async () => {
    const { pledgeId, contractId } = await bench.running({ amount: '2000.00' });
    const claim = () => bench.claim(pledgeId);
    expect((await claim()).total.toFixed(2)).toBe('2000.00');
    bench.toDay('2026-06-20');
    await bench.done(addClaimItemCommand, { pledgeId, kind: 'PENALTY', amount: '225.00', reference: 'v-1' });
    const later = await claim();
    // 19 days at 3.00, and the fine.
    expect([later.interest.toFixed(2), later.penalty.toFixed(2), later.total.toFixed(2)]).toEqual(['57.00', '225.00', '2282.00']);
    expect(contractId).toEqual(expect.any(String));
  });

  it('by-pledge/5.1/end · ends on the day on which the last payment was credited, and not while a kopeck is owed', async () => {
    const { pledgeId, contractId } = await bench.running();
    bench.toDay('2026-06-03');
    await bench.pay(contractId, '3008.99');
    const open = await bench.execute(endPledgeByOfficer, { pledgeId, ground: 'OBLIGATIONS_PERFORMED', basis: null });
    expect([codesOf(open), open.findings![0]!.facts.owed]).toEqual([['BY_PLEDGE_OBLIGATION_OUTSTANDING'], '0.01']);
    bench.toDay('2026-06-04');
    await bench.pay(contractId, '0.01');
    await endJob.run(bench.jobContext);
    expect(await bench.pledge(pledgeId)).toMatchObject({ status: 'ENDED', ended_on: '2026-06-04', end_ground: 'OBLIGATIONS_PERFORMED' });
    await bench.done(endPerformedPledge, { pledgeId });
  });

  it('by-pledge/5.1/other-grounds · ends otherwise with ground and provision of law only', async () => {
    const { pledgeId } = await bench.running();
    const end = (basis: string | null) => bench.execute(endPledgeByOfficer, { pledgeId, ground: 'гибель предмета', basis });
    expect(codesOf(await end(null))).toEqual(['BY_PLEDGE_TERMINATION_GROUND_MISSING']);
    expect(codesOf(await end('ГК, прекращение залога'))).toEqual([]);
    expect((await bench.pledge(pledgeId)).status).toBe('ENDED');
  });

  it('by-pledge/5.2 · the Credit Register is told, with moment and hash', async () => {
    const { pledgeId } = await bench.running();
    await creditRegisterJob.run(bench.jobContext);
    const [report] = await bench.sql<Record<string, unknown>>('select * from by_pledge.credit_report where pledge_id = $1', [pledgeId]);
    expect(report).toMatchObject({
      occasion: 'CONCLUDED',
      state: 'SENT',
      receipt: expect.stringMatching(/^CR-/),
      sent_at: expect.any(Date),
    });
    const told = await bench.sql<{ payload: { reference: string } }>(
      "select payload from core.event_inbox where type = 'ByPledgeChanged' and payload->>'what' = 'CREDIT_REGISTER_SENT' and subject_id = $1",
      [pledgeId],
    );
    expect(told).toMatchObject([{ payload: { reference: report!.payload_sha256 } }]);
  });

  it('by-pledge/1.1/p5/deviation · repaid on day 20, the interest is 90.00', async () => {
    const { contractId } = await bench.running();
    bench.toDay(Temporal.PlainDate.from('2026-06-01').add({ days: 20 }).toString());
    await bench.pay(contractId, '3090.00');
    expect(await bench.sql('select status from core.contract where id = $1', [contractId])).toEqual([{ status: 'CLOSED' }]);
    expect(await bench.sql('select charged_interest, surplus from core.ledger where contract_id = $1', [contractId])).toEqual([
      { charged_interest: '90.00', surplus: '0.00' },
    ]);
  });
});
