import { LoanBench } from '../test-support/loan-bench';
import { codesOf, inReview } from '../test-support/loan-steps';
import { recordContact } from './review.commands';

describe('a call to check an application', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());

  it('ru-mfo/veritas/3.7 · is an event of the application, with its moment and its result', async () => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId, null);
    const call = {
      applicationId,
      channel: 'PHONE' as const,
      subject: 'EMPLOYER',
      result: 'CONFIRMED' as const,
      heldAt: new Date('2023-04-28T08:30:00Z'),
    };
    expect(codesOf(await bench.execute(recordContact, call))).toEqual([]);
    expect(
      await bench.sql('select channel, result, held_at from ru_mfo.verification_contact where application_id = $1', [applicationId]),
    ).toEqual([{ channel: 'PHONE', result: 'CONFIRMED', held_at: new Date('2023-04-28T08:30:00Z') }]);
    expect(
      await bench.sql("select payload from core.event_inbox where type = 'RuMfoVerificationContactHeld' and application_id = $1", [
        applicationId,
      ]),
    ).toMatchObject([{ payload: { channel: 'PHONE', result: 'CONFIRMED' } }]);
  });

  it('cannot lie in the future', async () => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId, null);
    const call = {
      applicationId,
      channel: 'PHONE' as const,
      subject: 'EMPLOYER',
      result: 'CONFIRMED' as const,
      heldAt: new Date('2023-04-28T09:00:01Z'),
    };
    expect(codesOf(await bench.execute(recordContact, call))).toEqual(['RU_MFO_CONTACT_IN_FUTURE']);
  });
});
