import { defineCommand } from '../../../modules/commands';
import { NO_ROWS, statement } from '../../../modules/database';
import type { BackgroundJob } from '../../../modules/execution';
import {
  AnswerReader,
  createPartnerClient,
  PartnerCallError,
  partnerSettingNames,
  readPartnerSettings,
} from '../../../modules/partner-calls';
import { enforce } from '../../../modules/rules';
import { type Adapter, definePort } from '../../../schema/base';
import { cite } from '../cite';
import { momentOf } from '../command-support/moments';
import { PLUGIN } from '../ids';
import type { PledgeResult } from '../inventory/save-inventory.command';
import { lockPledge, tellChange } from '../pledge';

export interface CreditReport {
  readonly id: string;
  readonly payload: Readonly<Record<string, string | null>>;
  readonly sha256: string;
}

/** The Credit Register of the National Bank. Calls go out of transactions. */
export interface CreditRegister {
  /** Answers the register's number of the report. Throws where no usable answer came; ask again with the same id. */
  send(report: CreditReport): Promise<string>;
}

export const creditRegisterPort = definePort<CreditRegister>('by-pledge.credit-register');

const PARTNER = 'credit register';
const SETTINGS = 'BY_PLEDGE_CREDIT_REGISTER';
/** From this status on an answer tells of no receipt, but for a report that was received before. */
const FIRST_REFUSING = 400;
const KNOWN_ALREADY = 409;

/** Settings: `BY_PLEDGE_CREDIT_REGISTER_URL`, `BY_PLEDGE_CREDIT_REGISTER_KEY` (assumed protocol: `POST /v1/reports`). */
export const creditRegisterAdapter: Adapter<CreditRegister> = {
  port: creditRegisterPort,
  name: 'credit-register',
  simulated: false,
  needs: partnerSettingNames(SETTINGS),
  create({ settings, onStop }) {
    const client = createPartnerClient({ partner: PARTNER, ...readPartnerSettings(settings, SETTINGS) });
    onStop?.(() => client.close());
    return {
      async send({ id, payload, sha256 }) {
        const { status, body } = await client.post('/v1/reports', { id, payload, sha256 }, id);
        if (status >= FIRST_REFUSING && status !== KNOWN_ALREADY) throw new PartnerCallError(PARTNER, `PARTNER_STATUS_${status}`);
        const answer = new AnswerReader(PARTNER, body);
        answer.same('id', id);
        return answer.text('number');
      },
    };
  },
};

export const creditRegisterSimulator: Adapter<CreditRegister> = {
  port: creditRegisterPort,
  name: 'credit-register-simulator',
  simulated: true,
  create: () => ({ send: async ({ id }) => `CR-${id.slice(-12)}` }),
};

const setSent = statement<{ payloadSha256: string }>(
  'by_pledge_credit_report_sent',
  `update by_pledge.credit_report set state = 'SENT', sent_at = $2, receipt = $3, next_attempt_at = null where id = $1 and state = 'WAITING'
   returning payload_sha256 as "payloadSha256"`,
);

/** Books that a report was sent: an event with its moment and the hash of what was told. */
export const bookCreditReport = defineCommand<
  { readonly pledgeId: string; readonly reportId: string; readonly receipt: string },
  PledgeResult
>({
  name: 'job:byPledgeCreditRegister',
  emits: ['ByPledgeChanged'],
  async run({ pledgeId, reportId, receipt }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    const [sent] = await context.transaction.query(setSent, [reportId, momentOf(context), receipt]);
    if (sent) tellChange(context, pledge, 'CREDIT_REGISTER_SENT', sent.payloadSha256, enforce(cite('by-pledge/5.2')));
    return { pledgeId };
  },
});

const takeReport = statement<{ lenderId: string; id: string; pledgeId: string; payload: CreditReport['payload']; sha256: string }>(
  'by_pledge_credit_report_take',
  `update by_pledge.credit_report r set next_attempt_at = $2 where (r.lender_id, r.id) in (
     select lender_id, id from by_pledge.credit_report where next_attempt_at <= $1 and state = 'WAITING'
     order by next_attempt_at limit 1 for update skip locked)
   returning lender_id as "lenderId", id, pledge_id as "pledgeId", payload, payload_sha256 as sha256`,
);
const LEASE_SECONDS = 60;

/** Sends what waits for the Credit Register. */
export const creditRegisterJob: BackgroundJob = {
  id: `${PLUGIN}/credit-register`,
  everyMilliseconds: 5_000,
  async run({ database, clock, ports, execute }) {
    for (;;) {
      const now = clock.now();
      const lease = now.add({ seconds: LEASE_SECONDS });
      const [report] = await database
        .scoped(NO_ROWS)
        .query(takeReport, [new Date(now.epochMilliseconds), new Date(lease.epochMilliseconds)]);
      if (!report) return;
      const { lenderId, id, pledgeId, payload, sha256 } = report;
      const receipt = await ports.get(creditRegisterPort).send({ id, payload, sha256 });
      await execute(bookCreditReport, { pledgeId, reportId: id, receipt }, lenderId);
    }
  },
};
