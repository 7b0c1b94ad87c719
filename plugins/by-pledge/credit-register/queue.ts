import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { CommandContext } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import { momentOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { type PledgeRecord, tellChange } from '../pledge';
import { CreditReportEntity } from './credit-report.entity';

export interface CreditReportRecord {
  readonly id: string;
  readonly pledgeId: string;
  readonly occasion: string;
  readonly payloadSha256: string;
  readonly state: 'WAITING' | 'SENT';
  readonly queuedAt: Date;
  readonly sentAt: Date | null;
  readonly receipt: string | null;
}

/** What was told to the Credit Register about pledges, the earliest first. */
export const creditReportsByPledge = listLoader(
  statement<CreditReportRecord>(
    'by_pledge_credit_reports',
    `select id, pledge_id as "pledgeId", occasion, payload_sha256 as "payloadSha256", state, queued_at as "queuedAt", sent_at as "sentAt", receipt
     from by_pledge.credit_report where pledge_id = any($1) order by queued_at, id`,
  ),
  (row) => row.pledgeId,
);

/** Queues what the Credit Register is told of an agreement: ids, sums and days, nothing personal. */
export async function tellCreditRegister(
  context: CommandContext,
  pledge: PledgeRecord,
  occasion: 'CONCLUDED' | 'CHANGED' | 'ENDED',
): Promise<void> {
  const id = newId(context);
  const { loanNumber, loanOn, loanAmount, pledgeValue, endedOn } = pledge;
  const payload = { id, occasion, loanNumber, loanOn, loanAmount, pledgeValue, endedOn };
  await context.transaction.insert(CreditReportEntity, {
    ...pledgeRow(context, pledge, id),
    occasion,
    payload,
    payloadSha256: createHash('sha256').update(canonicalize(payload)!).digest('hex'),
    state: 'WAITING',
    nextAttemptAt: momentOf(context),
    queuedAt: momentOf(context),
  });
  tellChange(context, pledge, `CREDIT_REGISTER_${occasion}`, id, 'by-pledge/5.2');
}
