export { auditModule } from './audit.module';
export { type AuditDetails, AuditEntryEntity, type AuditOutcome } from './audit-entry.entity';
export { AuditEntry } from './audit-entry.type';
export { AuditSealer, type AuditSealerOptions } from './audit-sealer';
export { canonicalJson } from './canonical-json';
export { CHAIN_START, type ChainBreak, type ChainLink, type ChainVerdict, seal, verifyChain } from './chain';
export { AuditCheckpointEntity } from './checkpoints/audit-checkpoint.entity';
export {
  type AuditProof,
  type Checkpoint,
  checkpointBytes,
  checkpointOf,
  firstNotIncluded,
  proveInclusion,
} from './checkpoints/checkpoint';
export { type ProofContext, proveEntries } from './checkpoints/prove-entries';
export { type AuditRange, exportAudit, verifyStoredChain } from './export-audit';
export { type NewAuditEntry, recordAudit } from './record-audit';
export { type Sealer, type SealKey, sealingKey, sealPort, sealWith } from './seal';
export type { SealedEntry } from './sealed-entry';
