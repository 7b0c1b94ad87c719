import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** The box of advertising as the client left it; the last row counts, and nothing hangs on it but advertising. */
@Entity({ schema: 'by_leasing', name: 'marketing_consent' })
@Index('by_leasing_marketing_consent_client_idx', ['lenderId', 'clientId', 'givenAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_marketing_consent_client_fkey' })
export class MarketingConsentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_marketing_consent_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_marketing_consent_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('boolean')
  value!: boolean;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}
