import type { EventTypeDefinition } from '../../../schema/base';

const applicationId = '0199f0a0-0000-7000-8000-000000000001';

export const reviewEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'RuMfoDataChecked',
    version: 1,
    description: 'The check of an application’s data and documents was finished (проверка сведений).',
    example: { applicationId, reliable: true },
  },
  {
    type: 'RuMfoVerificationContactHeld',
    version: 1,
    description: 'Somebody was asked to confirm what an application says.',
    example: { applicationId, channel: 'PHONE', result: 'CONFIRMED' },
  },
  {
    type: 'RuMfoConsentRevoked',
    version: 1,
    description: 'A client took a consent back (отзыв согласия).',
    example: { clientId: '0199f0a0-0000-7000-8000-000000000002', consent: 'PERSONAL_DATA' },
  },
];
