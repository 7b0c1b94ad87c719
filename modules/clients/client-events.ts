import type { EventTypeDefinition } from '../../schema/base';

/** Event types that the functions of this module may emit: a command that calls them lists those it can cause. */
export const clientEvents = ['ClientRegistered', 'ClientContactVerified', 'ClientStatusChanged'] as const;

export const clientEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'ClientRegistered',
    version: 1,
    scope: 'clients:read',
    description: 'A client finished registration at the lender (регистрация завершена).',
    example: { kind: 'INDIVIDUAL', number: 'C-4T7K2M9Q' },
  },
  {
    type: 'ClientContactVerified',
    version: 1,
    scope: 'clients:read',
    description: 'A client proved that a phone number or mailbox is theirs (контакт подтверждён).',
    example: { contact: 'PHONE' },
  },
  {
    type: 'ClientStatusChanged',
    version: 1,
    scope: 'clients:read',
    description: 'A client was blocked or unblocked (клиент заблокирован или разблокирован).',
    example: { from: 'REGISTERED', to: 'BLOCKED' },
  },
];
