import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge';

/** One recorded fact of violating the agreement; a fact is recorded once (нарушение). */
@Entity({ schema: 'by_pledge', name: 'violation' })
@Index('by_pledge_violation_fact_key', ['lenderId', 'pledgeId', 'clause', 'fact'], { unique: true })
@Index('by_pledge_violation_pledge_idx', ['lenderId', 'pledgeId', 'recordedAt'])
@Check('by_pledge_violation_loss_check', 'estimated_loss > 0 and loss > 0')
@Check('by_pledge_violation_fine_check', '(fine is null) = (fined_at is null)')
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_violation_pledge_fkey' })
export class ViolationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_violation_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_violation_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  clause!: string;

  /** Names the very fact, e.g. a duty's id or the day of a deal. */
  @Column('text')
  fact!: string;

  /** The day of the violation: its base value makes the fine. */
  @Column('date', { name: 'committed_on' })
  committedOn!: string;

  /** What the lender estimates at first, BYN. */
  @Column('numeric', { name: 'estimated_loss', precision: 18, scale: 2, nullable: true })
  estimatedLoss!: string | null;

  /** The loss that was claimed, BYN. */
  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  loss!: string | null;

  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  fine!: string | null;

  @Column('timestamptz', { name: 'fined_at', nullable: true })
  finedAt!: Date | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
