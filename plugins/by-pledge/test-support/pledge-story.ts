import { Temporal } from 'temporal-polyfill';
import { uuidv7 } from '../../../modules/database';
import { recordReceipt, sendNotice } from '../notices/notices.commands';
import type { ConsentSubject } from '../pledge';
import { PledgeBench } from './pledge-bench';

export const addDays = (day: string, count: number): string => Temporal.PlainDate.from(day).add({ days: count }).toString();

export const days = {
  now: ({ bench }: PledgeStory): string => bench.clock.now().toZonedDateTimeISO('Europe/Minsk').toPlainDate().toString(),
};

/** One pledge in force since 2026-06-01, with what a test of its course needs. Its loan of 3000 BYN is due after 30 days. */
export class PledgeStory {
  private constructor(
    readonly bench: PledgeBench,
    public clientId: string,
    public pledgeId: string,
    public contractId: string,
    public applicationId: string,
  ) {}

  static async open(bench?: PledgeBench): Promise<PledgeStory> {
    const used = bench ?? (await PledgeBench.open());
    const { clientId, pledgeId, contractId, applicationId } = await used.running();
    return new PledgeStory(used, clientId, pledgeId, contractId, applicationId);
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  toDay(day: string): void {
    this.bench.toDay(day);
  }

  /** Another value by which both parties went from the beginning. */
  async worth(value: string): Promise<void> {
    await this.bench.sql('update by_pledge.pledge set pledge_value = $2, valuation_at_loan = $2 where id = $1', [this.pledgeId, value]);
  }

  /** A written consent of the lender of a day. */
  async consented(subject: ConsentSubject, on: string): Promise<void> {
    await this.bench.sql(
      `insert into by_pledge.consent (lender_id, id, pledge_id, client_id, subject, given_by, scope, given_on, given_at, recorded_by)
       values ($1, $2, $3, $4, $5, 'PLEDGEE', 'test', $6, $7, 'test')`,
      [this.bench.lender.id, uuidv7(), this.pledgeId, this.clientId, subject, on, `${on}T09:00:00Z`],
    );
  }

  /** A claim by registered mail that was received on a day of the past. */
  async claimReceived(on: string): Promise<string> {
    const { noticeId } = await this.bench.done(sendNotice, {
      pledgeId: this.pledgeId,
      kind: 'CLAIM',
      sender: 'PLEDGEE',
      ways: ['REGISTERED_MAIL'],
      text: 'Претензия',
      sentOn: addDays(on, -2),
    });
    await this.bench.done(recordReceipt, { noticeId: noticeId!, way: 'REGISTERED_MAIL', deliveredOn: on });
    return noticeId!;
  }

  violations(): Promise<{ id: string; clause: string; on: string; fine: string | null; loss: string | null }[]> {
    return this.bench.sql(
      'select id, clause, committed_on::text as on, fine, loss from by_pledge.violation where pledge_id = $1 order by recorded_at, id',
      [this.pledgeId],
    );
  }

  async clausesViolated(): Promise<string[]> {
    return (await this.violations()).map(({ clause }) => clause);
  }

  async balance(): Promise<{ penalty: string; cost: string; principal: string; interest: string; surplus: string }> {
    const [row] = await this.bench.sql<{ penalty: string; cost: string; principal: string; interest: string; surplus: string }>(
      'select penalty, cost, principal, interest, surplus from core.ledger where contract_id = $1',
      [this.contractId],
    );
    return row!;
  }
}
