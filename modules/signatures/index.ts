export { type Evidence, openEvidence, type SealedEvidence } from './evidence';
export {
  buildPackage,
  type CheckedPackage,
  type DocumentStatement,
  type EvidenceCheck,
  type Files,
  type Manifest,
  type PackageContent,
  type PackageTrust,
  type PackageVerdict,
  type SignatureStatement,
  type Step,
  verifyPackage,
} from './evidence-package';
export { EvidencePackageEntity } from './evidence-package.entity';
export { type EvidenceParts, evidenceChecks, evidenceParts, type SigningMethod, signingMethods } from './extension-points';
export { recordSignature, type SignatureToRecord, type Signer } from './record-signature';
export { SignatureEntity, type SignerKind } from './signature.entity';
export {
  type EvidencedSignature,
  evidencedSignatures,
  type SignatureRecord,
  signatureById,
  signaturesByDocument,
} from './signature.record';
export { Signature, SignerKindEnum, toSignature } from './signature.type';
export { signatureErrors } from './signatures.errors';
export { signaturesModule } from './signatures.module';
