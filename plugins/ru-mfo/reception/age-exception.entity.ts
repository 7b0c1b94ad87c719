import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';

/** A reasoned proposal to lend to somebody above the highest age, and what the management body decided. */
@Entity({ schema: 'ru_mfo', name: 'age_exception' })
@Index('ru_mfo_age_exception_application_idx', ['lenderId', 'applicationId', 'proposedAt'])
@Check('ru_mfo_age_exception_decided_check', '(decided_at is null) = (approved is null) and (decided_at is null) = (decision_no is null)')
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_age_exception_application_fkey' })
export class AgeExceptionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_age_exception_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_age_exception_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Encrypted: the specialist's reasons speak of a person. */
  @Column('bytea', { name: 'reasons_enc' })
  reasonsEnc!: Buffer;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('boolean', { nullable: true })
  approved!: boolean | null;

  /** Number of the management body's decision. */
  @Column('text', { name: 'decision_no', nullable: true })
  decisionNo!: string | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
