import type { EventTypeDefinition } from '../../schema/base';

/** Event types that `openSession`, `renewSession`, `endSession` and `revokeSessions` may emit. */
export const sessionEvents = ['SessionOpened', 'SessionClosed'] as const;

export const accessEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'SessionOpened',
    version: 1,
    description: 'A client came in (вход клиента).',
    example: { method: 'CODE' },
  },
  {
    type: 'SessionClosed',
    version: 1,
    description: 'A session ended: by the client, by the lender, or because an old token came back (сессия завершена).',
    example: { reason: 'SIGNED_OUT' },
  },
];
