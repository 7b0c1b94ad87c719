export { ClientEntity, type ClientKind, type ClientStatus, clientKinds, clientStatuses } from './client.entity';
export { type ClientRecord, clientById } from './client.record';
export { loadClient } from './client.resolver';
export { AddressKindEnum, Client, ClientKindEnum, ClientStatusEnum, clientConnection, toClient } from './client.type';
export {
  type Contact,
  findClientByContact,
  type ReadContacts,
  readContacts,
  releaseContacts,
  setContactStated,
  setContactVerified,
} from './client-contacts';
export { clientEvents } from './client-events';
export { type ClientDetails, emailIndex, phoneIndex } from './client-vault';
export { createClient, type NewClient, setClientStatus, updateProfile } from './clients';
export { clientErrors } from './clients.errors';
export { clientsModule } from './clients.module';
export { normalizeEmail, normalizePhone } from './contact';
export { isCountryCode } from './country-code';
export { lockClient, readClient } from './lock-client';
export { maskEmail, maskName, maskPhone } from './mask';
export { traceRead } from './note-personal-read.command';
export { type AddressKind, addressKinds, type ClientAddress, type ClientProfile, profileFindings } from './profile';
