export { auditModule } from './audit.module';
export { type AuditDetails, AuditEntryEntity, type AuditOutcome } from './audit-entry.entity';
export { type NewAuditEntry, recordAudit } from './record-audit';
