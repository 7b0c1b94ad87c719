import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { ClaimEntity } from './claim.entity';
import { type DisputeState, disputeStates } from './claim-state';

/** What the parties disagree on; it goes to court only after a claim (спор). */
@Entity({ schema: 'by_leasing', name: 'dispute' })
@Check('by_leasing_dispute_state_check', oneOf('state', disputeStates))
@Check('by_leasing_dispute_court_check', "state <> 'COURT' or (claim_id is not null and court_at is not null)")
@Index('by_leasing_dispute_client_idx', ['lenderId', 'clientId', 'openedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_dispute_client_fkey' })
@ForeignKey(() => ClaimEntity, ['lenderId', 'claimId'], ['lenderId', 'id'], { name: 'by_leasing_dispute_claim_fkey' })
export class DisputeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_dispute_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_dispute_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('uuid', { name: 'claim_id', nullable: true })
  claimId!: string | null;

  @Column('text')
  state!: DisputeState;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  /** Where it was taken to. */
  @Column('text', { nullable: true })
  forum!: string | null;

  @Column('timestamptz', { name: 'court_at', nullable: true })
  courtAt!: Date | null;
}
