export { beltHash } from './belt-hash';
export { type Certificate, readCertificate } from './certificate';
export type { PathFault, Trust } from './certificate-path';
export { judgeDetachedSignature, type SignatureFault, type SignatureJudgement } from './detached-signature';
export { type RevocationList, readRevocationList } from './revocation-list';
