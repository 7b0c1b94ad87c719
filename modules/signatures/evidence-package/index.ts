export type { Files } from './archive';
export { buildPackage, type PackageContent } from './build-package';
export type { DocumentStatement, Manifest, SignatureStatement } from './manifest';
export {
  type CheckedPackage,
  type EvidenceCheck,
  type PackageTrust,
  type PackageVerdict,
  type Step,
  verifyPackage,
} from './verify-package';
