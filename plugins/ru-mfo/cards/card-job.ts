import { fieldCipherPort, NO_ROWS, statement } from '../../../modules/database';
import type { BackgroundJob, JobContext } from '../../../modules/execution';
import { cardGatewayPort } from '../../../modules/payments';
import { PLUGIN } from '../ids';
import { bookCardCheck } from './book-card-check.command';
import { amountAad, tokenAad } from './card.record';

interface Waiting {
  readonly lenderId: string;
  readonly id: string;
  readonly cardId: string;
  readonly amountEnc: Buffer;
  readonly currency: string;
  readonly chargeStatus: string;
  readonly refundId: string;
  readonly tokenEnc: Buffer | null;
}

// The lease: while the partner is being asked, no other process asks for the same operation.
const takeNext = statement<Waiting>(
  'ru_mfo_card_check_take_next',
  `update ru_mfo.card_check k set next_attempt_at = $2 from ru_mfo.card c
   where c.lender_id = k.lender_id and c.id = k.card_id and (k.lender_id, k.id) in (
     select lender_id, id from ru_mfo.card_check where next_attempt_at <= $1 order by next_attempt_at limit 1 for update skip locked)
   returning k.lender_id as "lenderId", k.id, k.card_id as "cardId", k.amount_enc as "amountEnc", k.currency,
     k.charge_status as "chargeStatus", k.refund_id as "refundId", c.token_enc as "tokenEnc"`,
);

const LEASE_SECONDS = 30;

/** Carries ordered charges and refunds of card checks to the partner and books its answers; what failed is asked again. */
export async function runCardChecks(job: JobContext): Promise<void> {
  for (;;) {
    const now = job.clock.now();
    const lease = now.add({ seconds: LEASE_SECONDS });
    const [check] = await job.database
      .scoped(NO_ROWS)
      .query(takeNext, [new Date(now.epochMilliseconds), new Date(lease.epochMilliseconds)]);
    if (!check) return;
    const { lenderId, id, currency } = check;
    const cipher = job.ports.get(fieldCipherPort);
    const amount = cipher.decrypt(check.amountEnc, amountAad(lenderId, id)).toString('utf8');
    const gateway = job.ports.get(cardGatewayPort);
    const charging = check.chargeStatus === 'ORDERED';
    if (charging && !check.tokenEnc) {
      // The card is gone before it was charged: there is nothing to check and nothing to give back.
      const outcome = { state: 'FAILED', partner: '—', reason: 'CARD_REMOVED' } as const;
      await job.execute(bookCardCheck, { checkId: id, operation: 'CHARGE', outcome }, lenderId);
      continue;
    }
    const outcome = charging
      ? await gateway.charge({
          id,
          token: cipher.decrypt(check.tokenEnc!, tokenAad(lenderId, check.cardId)).toString('utf8'),
          amount,
          currency,
          description: 'Проверка карты',
        })
      : await gateway.refund({ id: check.refundId, chargeId: id, amount, currency });
    if (outcome.state === 'PENDING') continue;
    await job.execute(bookCardCheck, { checkId: id, operation: charging ? 'CHARGE' : 'REFUND', outcome }, lenderId);
  }
}

export const cardJob: BackgroundJob = { id: `${PLUGIN}/card-checks`, everyMilliseconds: 1_000, run: runCardChecks };
