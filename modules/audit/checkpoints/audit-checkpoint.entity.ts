import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LenderEntity } from '../../lenders';

/** A sealed statement of a lender's audit log at a moment. */
@Entity({ schema: 'core', name: 'audit_checkpoint' })
@Check('audit_checkpoint_range_check', 'until_no > after_no')
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'audit_checkpoint_lender_fkey' })
export class AuditCheckpointEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'audit_checkpoint_pkey' })
  lenderId!: string;

  /** From 1, without holes. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_checkpoint_pkey' })
  no!: string;

  @Column('bigint', { name: 'after_no' })
  afterNo!: string;

  @Column('bigint', { name: 'until_no' })
  untilNo!: string;

  @Column('bytea')
  root!: Buffer;

  @Column('bytea')
  head!: Buffer;

  @Column('timestamptz')
  at!: Date;

  /** JWS with detached content. */
  @Column('text')
  seal!: string;
}
