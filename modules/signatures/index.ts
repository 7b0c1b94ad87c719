export { type Evidence, openEvidence, type SealedEvidence } from './evidence';
export { type SigningMethod, signingMethods } from './extension-points';
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
