import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

export const paymentCheck = '(next_payment_on is null) = (next_payment_amount is null)';

/** A leasing contract as the lender's accounts told of it last (договор лизинга). */
@Entity({ schema: 'by_leasing', name: 'leased_contract' })
@Check('by_leasing_leased_contract_payment_check', paymentCheck)
@Unique('by_leasing_leased_contract_number_key', ['lenderId', 'clientId', 'number'])
@Index('by_leasing_leased_contract_client_idx', ['lenderId', 'clientId', 'concludedOn'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_leased_contract_client_fkey' })
export class LeasedContractEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_leased_contract_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_leased_contract_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  number!: string;

  @Column('date', { name: 'concluded_on' })
  concludedOn!: string;

  @Column('boolean')
  active!: boolean;

  /** Whether the accounts named this client as its holder when they told of it last; what they say of others is not shown. */
  @Column('boolean', { name: 'holder_confirmed', default: false })
  holderConfirmed!: boolean;

  @Column('date', { name: 'next_payment_on', nullable: true })
  nextPaymentOn!: string | null;

  @Column('numeric', { name: 'next_payment_amount', precision: 18, scale: 2, nullable: true })
  nextPaymentAmount!: string | null;

  @Column('numeric', { precision: 18, scale: 2 })
  debt!: string;

  /** When the accounts stood so. */
  @Column('timestamptz', { name: 'as_of' })
  asOf!: Date;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt!: Date;

  /** The last reconciliation statement, a document of the core. */
  @Column('uuid', { name: 'statement_id', nullable: true })
  statementId!: string | null;
}
