export type { Files } from './archive';
export { buildPackage, type PackageContent } from './build-package';
export type { DocumentStatement, Manifest, SignatureStatement } from './manifest';
export { type EvidenceCheck, type PackageVerdict, type Step, verifyPackage } from './verify-package';
