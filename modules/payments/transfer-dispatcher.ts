import type { Ports } from '../../schema/base';
import type { Clock } from '../calendar';
import { BackgroundLoop, type Database, fieldCipherPort, NO_ROWS, statement } from '../database';
import { destinationAad } from './order-money';
import { transferGatewayPort } from './ports';
import { type SettleTransfer } from './settle-transfer.command';

interface OrderedTransfer {
  readonly lenderId: string;
  readonly id: string;
  readonly amount: string;
  readonly currency: string;
  readonly method: string;
  readonly destinationEnc: Buffer;
  readonly attempts: number;
}

// The lease: while a partner is being asked, no other process asks for the same transfer.
const takeNext = statement<OrderedTransfer>(
  'transfer_take_next',
  `update core.transfer set attempts = attempts + 1, next_attempt_at = $2
   where (lender_id, id) in (
     select lender_id, id from core.transfer where status = 'ORDERED' and next_attempt_at <= $1
     order by next_attempt_at limit 1 for update skip locked)
   returning lender_id as "lenderId", id, amount, currency, method, destination_enc as "destinationEnc", attempts`,
);

const LEASE_SECONDS = 30;
const POLL_MILLISECONDS = 1_000;

export interface TransferDispatcherOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  readonly clock: Clock;
  readonly ports: Ports;
  settle(lenderId: string, input: SettleTransfer): Promise<void>;
  onFailure(error: unknown): void;
}

/** Carries ordered transfers to the settlement partner and books its answers; a partner that fails is asked again. */
export class TransferDispatcher extends BackgroundLoop {
  constructor(options: TransferDispatcherOptions) {
    super({ work: () => dispatch(options), pollMilliseconds: POLL_MILLISECONDS, onFailure: options.onFailure });
  }
}

async function dispatch(options: TransferDispatcherOptions): Promise<void> {
  const { database, clock, ports } = options;
  for (;;) {
    const now = clock.now();
    const lease = now.add({ seconds: LEASE_SECONDS });
    const [transfer] = await database.scoped(NO_ROWS).query(takeNext, [new Date(now.epochMilliseconds), new Date(lease.epochMilliseconds)]);
    if (!transfer) return;
    try {
      const { id, amount, currency, method, lenderId } = transfer;
      const destination = ports.get(fieldCipherPort).decrypt(transfer.destinationEnc, destinationAad(lenderId, id)).toString('utf8');
      const outcome = await ports.get(transferGatewayPort).transfer({ id, amount, currency, method, destination });
      if (outcome.state !== 'PENDING') await options.settle(lenderId, { transferId: id, outcome });
    } catch (error) {
      options.onFailure(error);
    }
  }
}
