import type { EventTypeDefinition } from '../../../schema/base';

const byLeasingDocumentId = '0199f0a0-0000-7000-8000-000000000060';

export const documentEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'ByLeasingDocumentStep',
    version: 1,
    description:
      'A step of a document: created, filled, formed, signed by the lender, reviewed, signed, agreed, sent, returned (документ).',
    example: { byLeasingDocumentId, kind: 'LEASING_CONTRACT', step: 'SIGNED', state: 'SIGNED' },
  },
  {
    type: 'ByLeasingIntegrityBroken',
    version: 1,
    description: 'The periodic check found a signed document whose stored text is not the one that was signed (нарушение целостности).',
    example: { byLeasingDocumentId, sha256: 'ab'.repeat(32) },
  },
  {
    type: 'ByLeasingParticipantInvited',
    version: 1,
    description: 'A client was taken into a deal as guarantor or seller (поручитель, продавец).',
    example: { byLeasingParticipantId: '0199f0a0-0000-7000-8000-000000000061', role: 'GUARANTOR', applicationNumber: '2026-ABCD1234' },
  },
];
