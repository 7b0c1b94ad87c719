/** Who makes a request, as told by a verified token. Scopes decide fields; rows are row-level security's. */
export interface Caller {
  readonly kind: 'ANONYMOUS' | 'CLIENT' | 'OFFICER' | 'PARTNER' | 'OPERATOR' | 'SYSTEM';
  /** `sub` of the token: client id, employee or partner name. Never personal data. */
  readonly subject: string;
  /** The lender of this request; chosen by token, header or host. */
  readonly lenderId: string | null;
  /** Lenders that the token is good for. */
  readonly lenders: readonly string[];
  /** Set for a borrower's own session: rows of other clients do not exist for it. */
  readonly clientId: string | null;
  readonly sessionId: string | null;
  readonly scopes: ReadonlySet<string>;
  /** When the token ends; live streams end with it. */
  readonly expiresAt: Date | null;
  /** Set where the request came over a connection that nothing protects. */
  readonly insecure?: true;
}

export const anonymous = (lenderId: string | null): Caller =>
  Object.freeze({
    kind: 'ANONYMOUS',
    subject: 'anonymous',
    lenderId,
    lenders: [],
    clientId: null,
    sessionId: null,
    scopes: new Set<string>(),
    expiresAt: null,
  });

/** The gateway itself: jobs and timers that act for a lender. */
export const systemCaller = (lenderId: string, subject: string): Caller =>
  Object.freeze({
    kind: 'SYSTEM',
    subject,
    lenderId,
    lenders: [lenderId],
    clientId: null,
    sessionId: null,
    scopes: new Set<string>(),
    expiresAt: null,
  });
