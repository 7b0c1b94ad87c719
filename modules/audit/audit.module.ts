import { defineModule } from '../../schema/base';
import type { GraphContext } from '../commands';
import { AuditResolver } from './audit.resolver';
import { AuditEntryEntity } from './audit-entry.entity';
import { readAuditEntry, toAuditEntry } from './audit-entry.type';
import { AuditCheckpointEntity } from './checkpoints/audit-checkpoint.entity';
import { CreateAuditCheckpoints1700000000160 } from './checkpoints/create-audit-checkpoints.migration';
import { CreateAudit1700000000150 } from './create-audit.migration';

export const auditModule = defineModule({
  id: 'audit',
  requires: ['lenders'],
  entities: [AuditEntryEntity, AuditCheckpointEntity],
  migrations: [CreateAudit1700000000150, CreateAuditCheckpoints1700000000160],
  resolvers: [AuditResolver],
  nodes: [
    {
      type: 'AuditEntry',
      load: async ({ database }: GraphContext, id: string) => {
        const [row] = await database.query(readAuditEntry, [database.scope.lenderId, id]);
        return row ? toAuditEntry(row) : null;
      },
    },
  ],
});
