import type { EventTypeDefinition } from '../../../schema/base';

const clientId = '0199f0a0-0000-7000-8000-000000000002';

/** What is told of a registration in steps and of the life of an account. */
export const registrationEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'RuMfoRegistrationStepDone',
    version: 1,
    description: 'A step of a registration is done and the next one opens (этап регистрации пройден).',
    example: { clientId, step: 'PASSPORT_DATA', next: 'ADDITIONAL_INFO' },
  },
  {
    type: 'RuMfoDocumentsAccepted',
    version: 1,
    description: 'With boxes ticked and the phone confirmed the documents shown were accepted (конклюдентные действия).',
    example: { clientId, documents: ['RULES@2022-09-20', 'REMOTE_AGREEMENT@2022-09-20'] },
  },
  {
    type: 'RuMfoCardChanged',
    version: 1,
    description: 'A card was charged to be checked, verified, refused, or its charge was given back (проверка карты).',
    example: { clientId, ruMfoCardId: '0199f0a0-0000-7000-8000-000000000011', status: 'VERIFIED' },
  },
  {
    type: 'RuMfoImageReceived',
    version: 1,
    description: 'An image that identifies a client was received (электронный образ документа получен).',
    example: { clientId, ruMfoImageId: '0199f0a0-0000-7000-8000-000000000012', kind: 'ID_DOCUMENT', channel: 'EMAIL' },
  },
  {
    type: 'RuMfoDataConfirmed',
    version: 1,
    description: 'A client confirmed that the data on file hold (сведения подтверждены).',
    example: { clientId, applicationId: '0199f0a0-0000-7000-8000-000000000001', changed: false },
  },
  {
    type: 'RuMfoDataRequestChanged',
    version: 1,
    description: 'Data were demanded of a client, or such a demand was closed (требование о сведениях).',
    example: { clientId, ruMfoDataRequestId: '0199f0a0-0000-7000-8000-000000000013', purpose: 'SERVICE', status: 'OPEN' },
  },
  {
    type: 'RuMfoAccountRequestChanged',
    version: 1,
    description: 'An account is to be deleted or restored, or was (удаление и восстановление учётной записи).',
    example: { clientId, ruMfoAccountRequestId: '0199f0a0-0000-7000-8000-000000000014', kind: 'DELETION', status: 'DONE' },
  },
];
