import { type TokenIssuer, tokenIssuerPort } from '../../modules/access';
import type { Clock } from '../../modules/calendar';
import type { Adapter } from '../../schema/base';
import type { OwnIssuer } from '../identity';

const TTL_SECONDS = 15 * 60;

/** Access tokens of clients who signed in through the graph: short-lived, renewed by their session. */
export function tokenIssuerAdapter(issuer: OwnIssuer, clock: Clock): Adapter<TokenIssuer> {
  return {
    port: tokenIssuerPort,
    name: 'own-issuer',
    simulated: false,
    create: () => ({
      issue: async ({ kind, subject, clientId, sessionId, lender }) => {
        const expiresAt = new Date(clock.now().epochMilliseconds + TTL_SECONDS * 1_000);
        const token = await issuer.issueToken({ kind, subject, clientId, sessionId, lenders: [lender], ttl: TTL_SECONDS });
        return { token, expiresAt };
      },
    }),
  };
}
