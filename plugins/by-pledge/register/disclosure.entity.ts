import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge/pledge.entity';

/** An extract of the register’s data that was given to somebody else, with both consents (выдача сведений). */
@Entity({ schema: 'by_pledge', name: 'disclosure' })
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_disclosure_pledge_fkey' })
export class DisclosureEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_disclosure_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_disclosure_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Kind of the recipient; no name. */
  @Column('text')
  recipient!: string;

  @Column('uuid', { name: 'pledgor_consent_id' })
  pledgorConsentId!: string;

  @Column('uuid', { name: 'pledgee_consent_id' })
  pledgeeConsentId!: string;

  @Column('text', { name: 'disclosed_by' })
  disclosedBy!: string;

  @Column('timestamptz', { name: 'disclosed_at' })
  disclosedAt!: Date;
}
