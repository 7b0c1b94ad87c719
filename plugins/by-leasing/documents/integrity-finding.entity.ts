import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LeasingDocumentEntity } from './document.entity';

/** A signed document whose stored text is not the one that was signed, found by the periodic check. */
@Entity({ schema: 'by_leasing', name: 'integrity_finding' })
@ForeignKey(() => LeasingDocumentEntity, ['lenderId', 'documentId'], ['lenderId', 'id'], {
  name: 'by_leasing_integrity_finding_document_fkey',
})
export class IntegrityFindingEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_integrity_finding_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'document_id', primaryKeyConstraintName: 'by_leasing_integrity_finding_pkey' })
  documentId!: string;

  @Column('timestamptz', { name: 'found_at' })
  foundAt!: Date;
}
