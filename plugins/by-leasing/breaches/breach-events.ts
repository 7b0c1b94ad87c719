import type { EventTypeDefinition } from '../../../schema/base';

export const breachEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'ByLeasingBreachChanged',
    version: 1,
    description: 'A breach of the agreement by a client was recorded or settled (нарушение соглашения).',
    example: { byLeasingBreachId: '0199f0a0-0000-7000-8000-000000000040', clause: 'by-leasing/9.2.4/b2', state: 'OPEN' },
  },
];
