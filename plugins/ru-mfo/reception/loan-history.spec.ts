import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { loanTerms, tariffOn } from '../finance';
import { lenderData } from '../lenders';
import { LoanBench } from '../test-support/loan-bench';
import { codesOf, decide } from '../test-support/loan-steps';
import { applicant, examined, MONDAY, RECEPTION_LENDER, signedApplication } from '../test-support/reception-steps';

interface Past {
  readonly concludedOn: string;
  readonly termDays: number;
  readonly repaidOn: string;
  /** A day on which a penalty was charged. */
  readonly penaltyOn?: string;
}

const plus = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

/** A loan of so many days, repaid when it was due or after so many days of use. */
const past = (concludedOn: string, { termDays = 14, usedDays }: { termDays?: number; usedDays?: number } = {}): Past => ({
  concludedOn,
  termDays,
  repaidOn: plus(concludedOn, usedDays ?? termDays),
});
/** Loans of fourteen days, one after the other, the last one ended before the application of 5 June. */
const inRow = (count: number, from = '2022-11-01') => Array.from({ length: count }, (_, index) => past(plus(from, index * 20)));

describe('what an applicant borrowed before', () => {
  let bench: LoanBench;
  let number = 0;
  beforeAll(async () => {
    bench = await LoanBench.open({ lender: RECEPTION_LENDER, at: MONDAY });
  });
  afterAll(() => bench.close());

  /** Contracts as they stand in the tables once they were repaid. */
  async function keep(clientId: string, { concludedOn, termDays, repaidOn, penaltyOn }: Past): Promise<void> {
    const [applicationId, contractId] = [randomUUID(), randomUUID()];
    const startOn = Temporal.PlainDate.from(concludedOn);
    const terms = loanTerms({ amount: '5000.00', termDays, startOn }, tariffOn(lenderData(RECEPTION_LENDER)!.tariffs, startOn)!);
    const at = `${concludedOn}T09:00:00Z`;
    number += 1;
    await bench.sql(
      `insert into core.application (lender_id, id, number, client_id, plugin_id, product, status, amount, currency, term_days, channel,
         created_at, submitted_at, status_changed_at)
       values ($1, $2, $3, $4, 'ru-mfo', 'ru-mfo/microloan', 'CONCLUDED', 5000, 'RUB', $5, 'PERSONAL_ACCOUNT', $6, $6, $6)`,
      [bench.lender.id, applicationId, `past-${number}`, clientId, termDays, at],
    );
    await bench.sql(
      `insert into core.contract (lender_id, id, number, application_id, client_id, plugin_id, status, terms, accepted_at, concluded_at, concluded_on)
       values ($1, $2, $3, $4, $5, 'ru-mfo', 'CLOSED', $6, $7, $7, $8)`,
      [bench.lender.id, contractId, `past-${number}`, applicationId, clientId, terms, at, concludedOn],
    );
    const lines = [
      [concludedOn, 'PRINCIPAL', '5000.00', 'TRANSFER'],
      ...(penaltyOn ? [[penaltyOn, 'PENALTY', '2.74', 'ACCRUAL'] as const] : []),
      ...(penaltyOn ? [[repaidOn, 'PENALTY', '-2.74', 'PAYMENT'] as const] : []),
      [repaidOn, 'PRINCIPAL', '-5000.00', 'PAYMENT'],
    ] as const;
    for (const [index, [day, component, sum, cause]] of lines.entries())
      await bench.sql(
        `insert into core.posting (lender_id, id, contract_id, client_id, no, on_day, component, amount, cause, reference, posted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'past', $10)`,
        [bench.lender.id, randomUUID(), contractId, clientId, index + 1, day, component, sum, cause, `${day}T09:00:00Z`],
      );
  }

  /** What the decision says of an application of 5 June 2023 after such loans. */
  async function decided(...loans: readonly Past[]): Promise<string[]> {
    bench.clock.moveTo(MONDAY);
    const clientId = await applicant(bench);
    for (const loan of loans) await keep(clientId, loan);
    const applicationId = await signedApplication(bench, clientId);
    await examined(bench, clientId, applicationId);
    return codesOf(await decide(bench, applicationId));
  }

  it('ru-mfo/sotovy/2.5/6 · eight short loans of the year before let the ninth pass, nine refuse', async () => {
    expect(await decided(...inRow(8))).toEqual([]);
    expect(await decided(...inRow(9))).toEqual(['RU_MFO_SHORT_LOANS_PER_YEAR']);
  });

  it('ru-mfo/sotovy/2.5/6 · a loan used for seven days does not count, one of eight does', async () => {
    expect(await decided(...inRow(8), past('2023-05-20', { usedDays: 7 }))).toEqual([]);
    expect(await decided(...inRow(8), past('2023-05-20', { usedDays: 8 }))).toEqual(['RU_MFO_SHORT_LOANS_PER_YEAR']);
  });

  it('ru-mfo/sotovy/2.5/6 · a contract of thirty-one days does not count, one of thirty does', async () => {
    expect(await decided(...inRow(8), past('2022-09-01', { termDays: 31 }))).toEqual([]);
    expect(await decided(...inRow(8), past('2022-09-01', { termDays: 30 }))).toEqual(['RU_MFO_SHORT_LOANS_PER_YEAR']);
  });

  it('ru-mfo/sotovy/2.5/6 · the year begins with the day of the application a year before', async () => {
    expect(await decided(...inRow(8), past('2022-06-04'))).toEqual([]);
    expect(await decided(...inRow(8), past('2022-06-05'))).toEqual(['RU_MFO_SHORT_LOANS_PER_YEAR']);
  });

  it('ru-mfo/sotovy/2.5/4 · the previous contract repaid a day late refuses, repaid on its last day it does not', async () => {
    expect(await decided(past('2023-05-01', { usedDays: 15 }))).toEqual(['RU_MFO_PRIOR_BREACH']);
    expect(await decided(past('2023-05-01', { usedDays: 14 }))).toEqual([]);
  });

  it('ru-mfo/sotovy/2.5/4 · an instalment that was late refuses, though the contract ended on its day', async () => {
    const inTime = past('2023-03-01', { termDays: 60 });
    expect(await decided(inTime)).toEqual([]);
    expect(await decided({ ...inTime, penaltyOn: '2023-03-20' })).toEqual(['RU_MFO_PRIOR_BREACH']);
  });

  it('ru-mfo/sotovy/2.5/4 · the latest contract counts, not one before it', async () => {
    expect(await decided(past('2023-03-01', { usedDays: 20 }), past('2023-05-01'))).toEqual([]);
    expect(await decided(past('2023-03-01'), past('2023-05-01', { usedDays: 20 }))).toEqual(['RU_MFO_PRIOR_BREACH']);
  });
});
