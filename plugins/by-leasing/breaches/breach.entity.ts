import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';

/** `REMEDIED`: what was wrong was put right. `DISMISSED`: it proved to be no breach. */
export const breachStates = ['OPEN', 'REMEDIED', 'DISMISSED'] as const;
export type BreachState = (typeof breachStates)[number];

/** Who noticed it. */
export const breachSources = ['OFFICER', 'SYSTEM', 'CLIENT'] as const;
export type BreachSource = (typeof breachSources)[number];

/** A breach of the agreement by a client, with the clause that was broken (нарушение соглашения). */
@Entity({ schema: 'by_leasing', name: 'breach' })
@Check('by_leasing_breach_state_check', oneOf('state', breachStates))
@Check('by_leasing_breach_source_check', oneOf('source', breachSources))
@Check('by_leasing_breach_settled_check', "(state = 'OPEN') = (settled_at is null)")
@Index('by_leasing_breach_client_idx', ['lenderId', 'clientId', 'occurredAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_breach_client_fkey' })
export class BreachEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_breach_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_breach_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Clause of the register that was broken. */
  @Column('text')
  clause!: string;

  @Column('text')
  source!: BreachSource;

  @Column('text')
  state!: BreachState;

  /** When it happened, or began. */
  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
