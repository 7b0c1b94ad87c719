import { asConfirmed } from '../../kit/conformance';
import { ruMfo } from '..';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview, termsOf } from '../test-support/loan-steps';

describe('the term of an offer, once the law’s recalled value is confirmed', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ plugin: { ...ruMfo, statutes: ruMfo.statutes!.map(asConfirmed) } });
  });
  afterAll(() => bench.close());

  const offered = async () => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId);
    expect(codesOf(await decide(bench, applicationId))).toEqual([]);
    return { clientId, applicationId };
  };

  it('ends on the fifth working day after it; the offer then ends by itself and its terms are void', async () => {
    const [inTime, late] = [await offered(), await offered()];
    const due = "select due_at, clause from core.deadline where application_id = $1 and kind = 'ru-mfo/offer'";
    expect(await bench.sql(due, [late.applicationId])).toEqual([
      { due_at: new Date('2023-05-10T20:59:59.999Z'), clause: 'ru/consumer-credit/art. 7 part 7@2020-01-01' },
    ]);
    bench.clock.moveTo('2023-05-10T20:59:59Z');
    expect(codesOf(await accept(bench, inTime.clientId, inTime.applicationId))).toEqual([]);
    bench.clock.moveTo('2023-05-10T21:00:00Z');
    expect(codesOf(await accept(bench, late.clientId, late.applicationId))).toEqual(['RU_MFO_OFFER_EXPIRED']);
    expect(await bench.fire(late.applicationId, 'ru-mfo/offer')).toMatchObject({ fired: true });
    expect(await bench.sql('select status from core.application where id = $1', [late.applicationId])).toEqual([{ status: 'EXPIRED' }]);
    expect(codesOf(await accept(bench, late.clientId, late.applicationId))).toEqual(['APPLICATION_TRANSITION_INVALID']);
    expect((await termsOf(bench, late.applicationId)).status).toBe('VOID');
  });
});
