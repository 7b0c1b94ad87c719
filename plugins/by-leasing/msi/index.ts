export { claimsOf, type MsiPerson, readPerson } from './person';
export {
  type Msi,
  type MsiAnswer,
  MsiError,
  type MsiFault,
  type MsiMethod,
  type MsiSecrets,
  type MsiSignature,
  msiMethods,
  msiPort,
} from './port';
