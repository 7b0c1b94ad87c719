import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** When it is next looked whether a client's assessments are to be deleted. */
@Entity({ schema: 'ru_mfo', name: 'retention_check' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_retention_check_client_fkey' })
export class RetentionCheckEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_retention_check_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'client_id', primaryKeyConstraintName: 'ru_mfo_retention_check_pkey' })
  clientId!: string;

  @Column('date', { name: 'next_on' })
  nextOn!: string;
}
