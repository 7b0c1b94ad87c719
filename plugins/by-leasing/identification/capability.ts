import type { EventTypeDefinition } from '../../../schema/base';
import { msiPort } from '../msi';
import { msiAdapter, msiSimulator } from '../msi/adapters';
import { callbackRoute } from './callback-route';
import { CreateByLeasingIdentification1700000003020 } from './create-identification.migration';
import { IdentificationEntity, IdentificationRecordEntity } from './identification.entity';
import { identificationErrors } from './identification.errors';
import { ByLeasingIdentificationRecordResolver, ByLeasingIdentificationResolver, identificationNodes } from './identification.resolver';
import { DataVersionEntity, OperationEvidenceEntity, SdoConsentEntity } from './kept.entity';
import { OPERATION_EVENT } from './operation-evidence';
import { REFUSAL_EVENT, STATUS_EVENT } from './tell-status';

const CLIENT = '0199f1c0-5a00-7000-8000-000000000c01';
const IDENTIFICATION = '0199f1c0-5a00-7000-8000-000000000d01';

const eventTypes: readonly EventTypeDefinition[] = [
  {
    type: STATUS_EVENT,
    version: 1,
    scope: 'clients:read',
    description: 'An identification went on, or ended (статус идентификации).',
    example: { clientId: CLIENT, source: 'MSI', method: 'PERSONAL_DATA', from: 'TAKEN', to: 'IDENTIFIED' },
  },
  {
    type: REFUSAL_EVENT,
    version: 1,
    scope: 'clients:read',
    description: 'An answer that claimed to come from MSI was refused; nothing else changed (отказ в приёме ответа МСИ).',
    example: { clientId: CLIENT, code: 'BY_LEASING_MSI_ANSWER_REPLAYED' },
  },
  {
    type: OPERATION_EVENT,
    version: 1,
    scope: 'clients:read',
    description: 'A client did something in the remote service; the proof is kept (операция клиента в СДО).',
    example: {
      clientId: CLIENT,
      byLeasingIdentificationId: IDENTIFICATION,
      sessionId: '0199f1c0-5a00-7000-8000-000000000e01',
      operation: 'SIGN_DOCUMENT',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  },
];

/** Identification through МСИ and in offices, with what is kept of it (by-leasing 3.6, 3.7, 3.12, 5.1–5.4, 5.6.1, 12.4). */
export const identificationCapability = {
  entities: [IdentificationEntity, IdentificationRecordEntity, SdoConsentEntity, DataVersionEntity, OperationEvidenceEntity],
  migrations: [CreateByLeasingIdentification1700000003020],
  eventTypes,
  errors: [identificationErrors],
  resolvers: [ByLeasingIdentificationResolver, ByLeasingIdentificationRecordResolver],
  nodes: identificationNodes,
  ports: [msiPort],
  adapters: [msiAdapter],
  simulators: [msiSimulator],
  httpRoutes: [callbackRoute],
} as const;
