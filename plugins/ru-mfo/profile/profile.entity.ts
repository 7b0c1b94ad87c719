import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';

/** A client's questionnaire (профиль), beside the core's own: what the rules judge in the clear, what only identifies encrypted. */
@Entity({ schema: 'ru_mfo', name: 'profile' })
@Index('ru_mfo_profile_passport_idx', ['lenderId', 'passportIndex'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_profile_client_fkey' })
export class ProfileEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_profile_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'client_id', primaryKeyConstraintName: 'ru_mfo_profile_pkey' })
  clientId!: string;

  /** Own ways to take money: BANK_ACCOUNT_RU, PAYMENT_CARD. */
  @Column('text', { name: 'payout_kinds', array: true })
  payoutKinds!: string[];

  /** Null where the lender does not ask. */
  @Column('boolean', { name: 'full_capacity', nullable: true })
  fullCapacity!: boolean | null;

  @Column('boolean', { name: 'own_interest' })
  ownInterest!: boolean;

  /** Ties to foreign public officials, SELF or a kinship; empty for none. */
  @Column('text', { name: 'official_ties', array: true })
  officialTies!: string[];

  /** Encrypted: passport, taxpayer and insurance numbers, as JSON. */
  @Column('bytea', { name: 'personal_enc' })
  personalEnc!: Buffer;

  /** Keyed index of the passport's series and number, for look-ups by equality. */
  @Column('bytea', { name: 'passport_index' })
  passportIndex!: Buffer;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
