import { orderTransfer, settleTransfer } from '../../../modules/payments';
import type { LenderRules } from '../../../modules/rules';
import { textNotHeld } from '../../../modules/rules';
import { ruMfo } from '..';
import { cite } from '../cite';
import { editions as veritas } from '../lenders/veritas/editions';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview } from '../test-support/loan-steps';

/** The plugin on a day when a next edition has come into force. */
function withNextEdition(from: string): typeof ruMfo {
  const last = veritas.timeline.at(-1)!;
  const next = {
    ...veritas,
    timeline: [...veritas.timeline.slice(0, -1), { ...last, to: from }, textNotHeld(from, null, cite('ru-mfo/veritas/6.2/а'))],
  };
  return { ...ruMfo, editions: ruMfo.editions!.map((edition) => (edition === veritas ? (next as LenderRules) : edition)) };
}

describe('money that is booked later than it moved', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open({ plugin: withNextEdition('2023-05-01') });
  });
  afterAll(() => bench.close());

  const ordered = async (day: string, birthDate = '1990-05-10') => {
    bench.clock.moveTo(`${day}T09:00:00Z`);
    const clientId = await bench.borrower({ birthDate });
    const applicationId = await inReview(bench, clientId);
    await decide(bench, applicationId);
    const { contractId } = await accept(bench, clientId, applicationId);
    const { transferId } = await bench.execute(orderTransfer, { contractId: contractId! });
    return { clientId, applicationId, contractId: contractId!, transferId: transferId! };
  };
  const settle = (transferId: string, at: string) =>
    bench.execute(settleTransfer, {
      transferId,
      outcome: { state: 'SETTLED', partner: 'sandbox', partnerOperationId: `op-${transferId}`, at: new Date(at) },
    });
  const contractOf = async (id: string) =>
    (
      await bench.sql<{ concluded_on: string; edition_id: string; terms: { dailyRate: string; startOn: string; dueOn: string } }>(
        'select concluded_on::text, edition_id, terms from core.contract where id = $1',
        [id],
      )
    )[0]!;

  it('ru-mfo/veritas/6.2/б · settled before midnight and booked after it, the contract is under the edition of the settlement’s day', async () => {
    const loan = await ordered('2023-04-28', '1957-05-01');
    // A minute after midnight in Moscow another edition is in force, and the borrower is 66.
    bench.clock.moveTo('2023-04-30T21:01:00Z');
    const { findings } = await settle(loan.transferId, '2023-04-30T20:59:59Z');
    expect(await contractOf(loan.contractId)).toMatchObject({
      concluded_on: '2023-04-30',
      edition_id: 'ru-mfo/veritas/2023-03-13',
      terms: { startOn: '2023-04-30', dueOn: '2023-05-30' },
    });
    expect(findings).toEqual([]);
    const next = await ordered('2023-04-28');
    await settle(next.transferId, '2023-04-30T21:00:00Z');
    expect(await contractOf(next.contractId)).toMatchObject({ concluded_on: '2023-05-01', edition_id: 'ru-mfo/veritas/2023-05-01' });
  });

  it('ru-mfo/veritas/1.19/а · the borrower is a client from the moment of the money, not of its booking', async () => {
    const { clientId, transferId } = await ordered('2023-04-28');
    bench.clock.moveTo('2023-04-29T10:00:00Z');
    await settle(transferId, '2023-04-28T10:00:00Z');
    expect(await bench.sql('select served_since from ru_mfo.registration where client_id = $1', [clientId])).toEqual([
      { served_since: new Date('2023-04-28T10:00:00Z') },
    ]);
  });

  it('ru-mfo/veritas/4.6/б · money that came on the last day is in time, whenever it is booked', async () => {
    const { applicationId, transferId } = await ordered('2023-04-28');
    bench.clock.moveTo('2023-05-05T09:00:00Z');
    await settle(transferId, '2023-05-04T20:59:59Z');
    const term = "select state from core.deadline where application_id = $1 and kind = 'ru-mfo/transfer'";
    expect(await bench.sql(term, [applicationId])).toEqual([{ state: 'MET' }]);
  });

  it('ru-mfo/veritas/4.6/б · a term that runs out while the partner has not answered is settled by the answer: in time or missed', async () => {
    const state = async (id: string) =>
      (
        await bench.sql<{ state: string }>("select state from core.deadline where application_id = $1 and kind = 'ru-mfo/transfer'", [id])
      )[0]!.state;
    const [inTime, late] = [await ordered('2023-04-28'), await ordered('2023-04-28')];
    bench.clock.moveTo('2023-05-04T21:00:00Z');
    for (const { applicationId } of [inTime, late])
      expect(codesOf(await bench.fire(applicationId, 'ru-mfo/transfer'))).toEqual(['RU_MFO_TRANSFER_UNDER_WAY']);
    await settle(inTime.transferId, '2023-05-04T20:59:59Z');
    await settle(late.transferId, '2023-05-04T21:00:00Z');
    expect(await state(inTime.applicationId)).toBe('MET');
    await bench.fire(late.applicationId, 'ru-mfo/transfer');
    expect(await state(late.applicationId)).toBe('MISSED');
  });

  it('concludes no contract twice: a repeated answer of the partner changes nothing', async () => {
    const { contractId, transferId } = await ordered('2023-04-28');
    await settle(transferId, '2023-04-28T10:00:00Z');
    await settle(transferId, '2023-04-29T10:00:00Z');
    expect(await contractOf(contractId)).toMatchObject({ concluded_on: '2023-04-28' });
    expect(await bench.sql('select amount from core.posting where contract_id = $1', [contractId])).toEqual([{ amount: '15000.00' }]);
  });
});
