import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';

export interface PhoneCeremony {
  readonly id: string;
  /** Made when the code was entered; unique at the lender. */
  readonly identifier: string;
  readonly usedAt: Date;
}

const latest = statement<PhoneCeremony>(
  'ru_mfo_phone_ceremony',
  `select id, identifier, used_at as "usedAt" from core.ceremony
   where client_id = $1 and purpose in ('CONFIRM_PHONE', 'SIGN_IN') and channel in ('SMS', 'CALL') and used_at is not null and identifier is not null
   order by purpose, used_at desc limit 1`,
);

/**
 * The ceremony in which this client entered a code sent to the phone: the one that confirmed the number, or else the latest
 * sign-in by it. Its identifier (идентификатор) is the simple electronic signature in the accepted terms. `null` without one.
 */
export async function phoneCeremony(context: CommandContext, clientId: string): Promise<PhoneCeremony | null> {
  const [ceremony] = await context.transaction.query(latest, [clientId]);
  return ceremony ?? null;
}
