export { auditModule } from './audit.module';
export { type AuditDetails, AuditEntryEntity, type AuditOutcome } from './audit-entry.entity';
export { AuditEntry } from './audit-entry.type';
export { AuditSealer, type AuditSealerOptions } from './audit-sealer';
export { CHAIN_START, type ChainBreak, type ChainLink, type ChainVerdict, verifyChain } from './chain';
export { type AuditRange, exportAudit, verifyStoredChain } from './export-audit';
export { type NewAuditEntry, recordAudit } from './record-audit';
export type { SealedEntry } from './sealed-entry';
