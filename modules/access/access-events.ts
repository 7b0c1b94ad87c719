import type { EventTypeDefinition } from '../../schema/base';

/** Event types that `openSession`, `renewSession`, `endSession` and `revokeSessions` may emit. */
export const sessionEvents = ['SessionOpened', 'SessionClosed'] as const;

export const accessEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'SessionOpened',
    version: 1,
    scope: 'clients:read',
    description: 'A client came in (вход клиента).',
    example: { method: 'CODE' },
  },
  {
    type: 'SessionClosed',
    version: 1,
    scope: 'clients:read',
    description: 'A session ended: by the client, by the lender, or because an old token came back (сессия завершена).',
    example: { reason: 'SIGNED_OUT' },
  },
  {
    type: 'AccessRevoked',
    version: 1,
    scope: 'access:read',
    description: 'A partner, officer or operator may no longer come in: `holder` is the subject of the tokens (доступ отозван).',
    example: { holder: 'acme-partner' },
  },
  {
    type: 'AccessRestored',
    version: 1,
    scope: 'access:read',
    description: 'Somebody whose access was revoked may come in again (доступ возвращён).',
    example: { holder: 'acme-partner' },
  },
];
