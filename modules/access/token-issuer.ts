import { definePort } from '../../schema/base';

/** What an access token of a client says. */
export interface TokenClaims {
  readonly kind: 'CLIENT';
  /** The client's id. */
  readonly subject: string;
  readonly clientId: string;
  readonly sessionId: string;
  /** The lender's code; the token is good there only. */
  readonly lender: string;
}

export interface TokenIssuer {
  /** Signs a short-lived access token. */
  issue(claims: TokenClaims): Promise<{ readonly token: string; readonly expiresAt: Date }>;
}

export const tokenIssuerPort = definePort<TokenIssuer>('access.tokenIssuer');
