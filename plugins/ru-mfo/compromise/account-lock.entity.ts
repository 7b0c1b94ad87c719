import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';

export const lockChannels = ['PHONE', 'PERSONAL_ACCOUNT', 'OTHER'] as const;
/** By which way a client reported compromise. */
export type LockChannel = (typeof lockChannels)[number];

export const instructions = ['CHANGE_PASSWORD', 'CONFIRM_IDENTITY', 'CHANGE_PHONE', 'CHANGE_EMAIL'] as const;
/** What a lender asks of a client before the account opens again. */
export type Instruction = (typeof instructions)[number];

/** A client's sign-in data are known to others: the account is locked until the lender's instructions are carried out. */
@Entity({ schema: 'ru_mfo', name: 'account_lock' })
@Check('ru_mfo_account_lock_channel_check', oneOf('channel', lockChannels))
@Check('ru_mfo_account_lock_instructions_check', 'cardinality(instructions) > 0 and carried_out <@ instructions')
@Check('ru_mfo_account_lock_lifted_check', '(lifted_at is not null) = (carried_out @> instructions)')
@Index('ru_mfo_account_lock_open_key', ['lenderId', 'clientId'], { unique: true, where: 'lifted_at is null' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_account_lock_client_fkey' })
export class AccountLockEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_account_lock_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_account_lock_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  channel!: LockChannel;

  @Column('text', { array: true })
  instructions!: Instruction[];

  @Column('text', { name: 'carried_out', array: true })
  carriedOut!: Instruction[];

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  @Column('text', { name: 'reported_by' })
  reportedBy!: string;

  @Column('timestamptz', { name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;
}
