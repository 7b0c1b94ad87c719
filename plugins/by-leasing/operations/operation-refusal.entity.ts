import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** An operation was refused: on which grounds, and nothing else happened (отказ в проведении операции). */
@Entity({ schema: 'by_leasing', name: 'operation_refusal' })
@Index('by_leasing_operation_refusal_client_idx', ['lenderId', 'clientId', 'refusedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_operation_refusal_client_fkey' })
export class OperationRefusalEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_operation_refusal_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_operation_refusal_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  operation!: string;

  /** The thing operated on. */
  @Column('text', { nullable: true })
  reference!: string | null;

  /** Codes of the findings, in the order of their clauses. */
  @Column('text', { array: true })
  grounds!: string[];

  @Column('text', { array: true })
  clauses!: string[];

  @Column('timestamptz', { name: 'refused_at' })
  refusedAt!: Date;
}
