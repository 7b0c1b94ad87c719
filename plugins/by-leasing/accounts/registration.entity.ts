import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity, type ClientKind, clientKinds } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';

export const completedCheck = '(client_id is null) = (completed_at is null)';

/** A form that was sent and waits for the password of the message; only the right one makes an account. */
@Entity({ schema: 'by_leasing', name: 'registration' })
@Check('by_leasing_registration_kind_check', oneOf('kind', clientKinds))
@Check('by_leasing_registration_completed_check', completedCheck)
@Index('by_leasing_registration_phone_idx', ['lenderId', 'phoneIndex'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_registration_client_fkey' })
export class RegistrationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_registration_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_registration_pkey' })
  id!: string;

  @Column('text')
  kind!: ClientKind;

  /** The form as JSON, encrypted; null once it was taken over or thrown away. */
  @Column('bytea', { name: 'form_enc', nullable: true })
  formEnc!: Buffer | null;

  @Column('bytea', { name: 'phone_index' })
  phoneIndex!: Buffer;

  @Column('uuid', { name: 'ceremony_id' })
  ceremonyId!: string;

  @Column('text', { name: 'terms_version' })
  termsVersion!: string;

  /** The mark in the box of advertising; apart from the one of the agreement. */
  @Column('boolean')
  marketing!: boolean;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('uuid', { name: 'client_id', nullable: true })
  clientId!: string | null;
}
