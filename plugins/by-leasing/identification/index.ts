export { type GatedOperation, identificationFindings, type NextStep, nextStep, recordAbsent } from './gate';
export { type IdentificationRecord, latestAtMsi, recordOf } from './identification.record';
export {
  evidenceByClient,
  evidenceById,
  evidenceByOperation,
  missingEvidence,
  type OperationEvidenceRow,
  type ProvenOperation,
  proveOperation,
} from './operation-evidence';
export { type SigningGrant, signingGrant } from './signing-grant';
export { openPerson, openXml, personIndex } from './vault';
export { type WrittenNotice, writtenNotice } from './written-notice';
