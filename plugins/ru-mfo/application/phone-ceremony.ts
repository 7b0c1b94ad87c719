import { latestCeremony } from '../../../modules/access';
import type { CommandContext } from '../../../modules/commands';
import { perform } from '../lenders';

export type PhoneCeremony = NonNullable<Awaited<ReturnType<typeof latestCeremony>>>;

const channels = ['SMS', 'CALL'] as const;

/**
 * The ceremony in which this client entered a code sent to the phone: the one that confirmed the number, or else the latest
 * sign-in by it. Its identifier (идентификатор) is the simple electronic signature in the accepted terms. `null` without one.
 */
export async function phoneCeremony(context: CommandContext, clientId: string): Promise<PhoneCeremony | null> {
  perform(context.lender.code, 'acceptance.code');
  return (
    (await latestCeremony(context, { clientId, purpose: 'CONFIRM_PHONE', channels })) ??
    (await latestCeremony(context, { clientId, purpose: 'SIGN_IN', channels }))
  );
}
