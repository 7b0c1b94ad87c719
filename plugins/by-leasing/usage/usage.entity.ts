import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** One use of a function of the cabinet that is counted. */
@Entity({ schema: 'by_leasing', name: 'usage' })
@Index('by_leasing_usage_idx', ['lenderId', 'clientId', 'function', 'at'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_usage_client_fkey' })
export class UsageEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_usage_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_usage_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  function!: string;

  @Column('timestamptz')
  at!: Date;
}
