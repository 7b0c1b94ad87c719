import { defineModule } from '../../schema/base';
import { AuditEntryEntity } from './audit-entry.entity';
import { CreateAudit1700000000150 } from './create-audit.migration';

export const auditModule = defineModule({
  id: 'audit',
  requires: ['lenders'],
  entities: [AuditEntryEntity],
  migrations: [CreateAudit1700000000150],
});
