import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { LenderEntity } from '../lenders';

export const clientKinds = ['INDIVIDUAL', 'SOLE_PROPRIETOR', 'LEGAL_ENTITY'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** `REGISTERING`: what the lender's rules ask for is not complete. `BLOCKED`: no sign-in, no operations. */
export const clientStatuses = ['REGISTERING', 'REGISTERED', 'BLOCKED'] as const;
export type ClientStatus = (typeof clientStatuses)[number];

/** Somebody who wants to borrow, or does. Personal fields are encrypted; contacts are found by blind index. */
@Entity({ schema: 'core', name: 'client' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'client_lender_fkey' })
@Unique('client_number_key', ['lenderId', 'number'])
@Unique('client_phone_key', ['lenderId', 'phoneIndex'])
@Unique('client_email_key', ['lenderId', 'emailIndex'])
@Index('client_created_idx', ['lenderId', 'createdAt', 'id'])
@Check('client_kind_check', "kind in ('INDIVIDUAL', 'SOLE_PROPRIETOR', 'LEGAL_ENTITY')")
@Check('client_status_check', "status in ('REGISTERING', 'REGISTERED', 'BLOCKED')")
export class ClientEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'client_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'client_pkey' })
  id!: string;

  /** Short reference for people; unique for the lender. */
  @Column('text')
  number!: string;

  @Column('text')
  kind!: ClientKind;

  @Column('text')
  status!: ClientStatus;

  /** E.164. */
  @Column('bytea', { name: 'phone_enc', nullable: true })
  phoneEnc!: Buffer | null;

  @Column('bytea', { name: 'phone_index', nullable: true })
  phoneIndex!: Buffer | null;

  @Column('timestamptz', { name: 'phone_verified_at', nullable: true })
  phoneVerifiedAt!: Date | null;

  @Column('bytea', { name: 'email_enc', nullable: true })
  emailEnc!: Buffer | null;

  @Column('bytea', { name: 'email_index', nullable: true })
  emailIndex!: Buffer | null;

  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt!: Date | null;

  /** `ClientProfile` as JSON. */
  @Column('bytea', { name: 'profile_enc' })
  profileEnc!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Counts changes. */
  @Column('integer')
  version!: number;
}
