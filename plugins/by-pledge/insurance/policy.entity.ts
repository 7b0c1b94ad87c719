import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge/pledge.entity';
import { FiledPaper } from './filed-paper';

/** An AutoCASCO policy on the pledged item (полис). */
@Entity({ schema: 'by_pledge', name: 'policy' })
@Check('by_pledge_policy_period_check', 'valid_from <= valid_to')
@Check('by_pledge_policy_sum_check', 'sum_insured > 0 and deductible >= 0')
@Index('by_pledge_policy_pledge_idx', ['lenderId', 'pledgeId', 'validTo'])
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_policy_pledge_fkey' })
export class PolicyEntity extends FiledPaper {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_policy_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_policy_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  number!: string;

  /** Name of the insurer. */
  @Column('text')
  insurer!: string;

  /** Country of its licence, ISO 3166-1 alpha-2. */
  @Column('text')
  licence!: string;

  @Column('text')
  product!: string;

  @Column('text', { array: true })
  risks!: string[];

  /** PLEDGEE, or somebody else: PLEDGOR, OTHER. */
  @Column('text')
  beneficiary!: string;

  @Column('numeric', { name: 'sum_insured', precision: 18, scale: 2 })
  sumInsured!: string;

  /** ISO 4217. */
  @Column('text')
  currency!: string;

  /** In the policy’s currency; 0 for none. */
  @Column('numeric', { precision: 18, scale: 2 })
  deductible!: string;

  /** BYN for one unit on the day of the policy, by the National Bank. */
  @Column('numeric', { precision: 18, scale: 6, nullable: true })
  rate!: string | null;

  /** The sum insured in BYN. */
  @Column('numeric', { name: 'sum_byn', precision: 18, scale: 2 })
  sumByn!: string;

  @Column('date', { name: 'concluded_on' })
  concludedOn!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  /** Last day. */
  @Column('date', { name: 'valid_to' })
  validTo!: string;

  /** Last day for which the premium is paid. */
  @Column('date', { name: 'paid_through' })
  paidThrough!: string;

  /** The policy that it renews. */
  @Column('uuid', { name: 'follows_id', nullable: true })
  followsId!: string | null;

  /** The lender’s written consent to what deviates. */
  @Column('uuid', { name: 'consent_id', nullable: true })
  consentId!: string | null;

  @Column('text', { array: true })
  deviations!: string[];

  /** Where it ended before its last day. */
  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;
}
