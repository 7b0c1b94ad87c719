import type { GraphContext } from '../../modules/commands';

/** A request's context for the fixture graph: its resolvers use the caller only. */
export function fixtureContext(caller: Partial<GraphContext['caller']> = {}, part: Partial<GraphContext> = {}): GraphContext {
  return {
    locale: 'en',
    requestId: 'request-1',
    lender: null,
    caller: {
      kind: 'OFFICER',
      subject: 'officer-1',
      lenderId: null,
      lenders: [],
      clientId: null,
      sessionId: null,
      scopes: new Set(['things:read', 'things:write', 'things:secret', 'holders:read']),
      expiresAt: null,
      ...caller,
    },
    ...part,
  } as GraphContext;
}
