import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge/pledge.entity';
import { FiledPaper } from './filed-paper';
import { PolicyEntity } from './policy.entity';

/** A payment document for the next period of a policy that is paid in instalments (подтверждение оплаты взноса). */
@Entity({ schema: 'by_pledge', name: 'premium_proof' })
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_premium_proof_pledge_fkey' })
@ForeignKey(() => PolicyEntity, ['lenderId', 'policyId'], ['lenderId', 'id'], { name: 'by_pledge_premium_proof_policy_fkey' })
export class PremiumProofEntity extends FiledPaper {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_premium_proof_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_premium_proof_pkey' })
  id!: string;

  @Column('uuid', { name: 'policy_id' })
  policyId!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Last day of the period that it pays. */
  @Column('date', { name: 'paid_through' })
  paidThrough!: string;
}
