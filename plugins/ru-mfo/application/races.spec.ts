import { withdrawApplication } from '../../../modules/applications';
import { orderTransfer } from '../../../modules/payments';
import { LoanBench } from '../test-support/loan-bench';
import { accept, codesOf, decide, inReview, termsOf } from '../test-support/loan-steps';
import { acceptIndividualTerms } from './accept-individual-terms.command';

describe('two who act at the same moment', () => {
  let bench: LoanBench;
  beforeAll(async () => {
    bench = await LoanBench.open();
  });
  afterAll(() => bench.close());

  const offered = async () => {
    const clientId = await bench.borrower();
    const applicationId = await inReview(bench, clientId);
    await decide(bench, applicationId);
    return { clientId, applicationId };
  };
  const accepted = async () => {
    const offer = await offered();
    const { contractId } = await accept(bench, offer.clientId, offer.applicationId);
    return { ...offer, contractId: contractId! };
  };
  const contractsOf = (applicationId: string) =>
    bench.sql<{ status: string }>('select status from core.contract where application_id = $1', [applicationId]);
  const transfersOf = (contractId: string) =>
    bench.sql<{ status: string }>('select status from core.transfer where contract_id = $1', [contractId]);

  it('the client accepts in one window and declines in another: one wins, or the acceptance is declined', async () => {
    const { clientId, applicationId } = await offered();
    const { sha256 } = await termsOf(bench, applicationId);
    const input = { applicationId, documentSha256: sha256, choice: 'WITHOUT_INSURANCE' as const };
    const [taken, declined] = await bench.together(applicationId, [
      () => bench.execute(acceptIndividualTerms, input, bench.client(clientId)).then(codesOf),
      () => bench.execute(withdrawApplication, { applicationId }, bench.client(clientId)).then(codesOf),
    ]);
    // Before a transfer is ordered a decline is always in time, before or after the acceptance.
    expect(declined).toEqual([]);
    expect(await bench.sql('select status from core.application where id = $1', [applicationId])).toEqual([{ status: 'WITHDRAWN' }]);
    expect(await contractsOf(applicationId)).toEqual(taken!.length === 0 ? [{ status: 'CANCELLED' }] : []);
    expect(taken!.length === 0 || taken![0] === 'APPLICATION_TRANSITION_INVALID').toBe(true);
  });

  it('the button is pressed twice: one contract', async () => {
    const { clientId, applicationId } = await offered();
    const { sha256 } = await termsOf(bench, applicationId);
    const press = () =>
      bench
        .execute(acceptIndividualTerms, { applicationId, documentSha256: sha256, choice: 'WITHOUT_INSURANCE' }, bench.client(clientId))
        .then(codesOf);
    const answers = await bench.together(applicationId, [press, press]);
    expect(answers.map(([code]) => code ?? 'DONE').sort()).toEqual(['APPLICATION_TRANSITION_INVALID', 'DONE']);
    expect(await contractsOf(applicationId)).toEqual([{ status: 'AWAITING_TRANSFER' }]);
  });

  it('the officer orders the money while the client declines it: either it goes out or the contract is cancelled, never both', async () => {
    for (let round = 0; round < 2; round++) {
      const { clientId, applicationId, contractId } = await accepted();
      const order = () => bench.execute(orderTransfer, { contractId }).then(codesOf);
      const decline = () => bench.execute(withdrawApplication, { applicationId }, bench.client(clientId)).then(codesOf);
      const answers = await bench.together(applicationId, round === 0 ? [order, decline] : [decline, order]);
      const [ordered, declined] = round === 0 ? answers : [answers[1], answers[0]];
      if (ordered!.length === 0) {
        expect(declined).toEqual(['RU_MFO_TRANSFER_UNDER_WAY']);
        expect(await contractsOf(applicationId)).toEqual([{ status: 'AWAITING_TRANSFER' }]);
        expect(await transfersOf(contractId)).toEqual([{ status: 'ORDERED' }]);
      } else {
        expect(declined).toEqual([]);
        expect(ordered).toEqual(['TRANSFER_NOT_POSSIBLE']);
        expect(await contractsOf(applicationId)).toEqual([{ status: 'CANCELLED' }]);
        expect(await transfersOf(contractId)).toEqual([]);
      }
    }
  });

  it('two officers order the same money: it is ordered once', async () => {
    const { applicationId, contractId } = await accepted();
    const order = () => bench.execute(orderTransfer, { contractId }).then(codesOf);
    const answers = await bench.together(applicationId, [order, order]);
    expect(answers.map(([code]) => code ?? 'DONE').sort()).toEqual(['DONE', 'TRANSFER_NOT_POSSIBLE']);
    expect(await transfersOf(contractId)).toHaveLength(1);
    const another = `insert into core.transfer (lender_id, id, contract_id, client_id, status, amount, currency, method, destination_enc, ordered_at, next_attempt_at)
      select lender_id, contract_id, contract_id, client_id, status, amount, currency, method, destination_enc, ordered_at, next_attempt_at
      from core.transfer where contract_id = $1`;
    await expect(bench.sql(another, [contractId])).rejects.toThrow('transfer_open_key');
  });

  it('two officers decide, one for and one against: one decision is recorded first, and an approval may only turn into a refusal', async () => {
    const applicationId = await inReview(bench, await bench.borrower());
    const refusal = { kind: 'REFUSED' as const, grounds: [{ code: 'OTHER', note: 'Проверка' }] };
    const [approved, refused] = await bench.together(applicationId, [
      () => decide(bench, applicationId).then(codesOf),
      () => decide(bench, applicationId, refusal).then(codesOf),
    ]);
    expect(refused).toEqual([]);
    expect(approved!.length === 0 || approved!.includes('RU_MFO_DECISION_FINAL')).toBe(true);
    expect(await bench.sql('select status from core.application where id = $1', [applicationId])).toEqual([{ status: 'REFUSED' }]);
  });
});
