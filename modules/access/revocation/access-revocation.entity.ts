import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LenderEntity } from '../../lenders';

/** That a token's subject may no longer come in at a lender, whatever its provider says; until it is restored. */
@Entity({ schema: 'core', name: 'access_revocation' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'access_revocation_lender_fkey' })
@Index('access_revocation_open_key', ['lenderId', 'subject'], { unique: true, where: 'restored_at is null' })
export class AccessRevocationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'access_revocation_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_revocation_pkey' })
  id!: string;

  /** `sub` of the tokens that are refused. */
  @Column('text')
  subject!: string;

  @Column('text')
  reason!: string;

  /** `KIND:subject` of the operator. */
  @Column('text', { name: 'revoked_by' })
  revokedBy!: string;

  @Column('timestamptz', { name: 'revoked_at' })
  revokedAt!: Date;

  @Column('text', { name: 'restored_by', nullable: true })
  restoredBy!: string | null;

  @Column('timestamptz', { name: 'restored_at', nullable: true })
  restoredAt!: Date | null;
}
