import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { BreachEntity } from '../breaches/breach.entity';
import { type ClientHoldKind, clientHoldKinds, type SystemHoldKind, suspensionGrounds, systemHoldKinds } from './vocabulary';

export const groundCheck = `(kind = 'SUSPENSION') = (ground is not null) and (ground is null or ${oneOf('ground', suspensionGrounds)})`;
export const endedCheck = '(ended_at is null) = (ended_by is null)';

/** Something stands in the way of one client's operations. */
@Entity({ schema: 'by_leasing', name: 'client_hold' })
@Check('by_leasing_client_hold_kind_check', oneOf('kind', clientHoldKinds))
@Check('by_leasing_client_hold_ground_check', groundCheck)
@Check('by_leasing_client_hold_ended_check', endedCheck)
@Index('by_leasing_client_hold_open_idx', ['lenderId', 'clientId'], { where: 'ended_at is null' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_client_hold_client_fkey' })
@ForeignKey(() => BreachEntity, ['lenderId', 'breachId'], ['lenderId', 'id'], { name: 'by_leasing_client_hold_breach_fkey' })
export class ClientHoldEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_client_hold_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_client_hold_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: ClientHoldKind;

  @Column('text', { nullable: true })
  ground!: string | null;

  @Column('uuid', { name: 'breach_id', nullable: true })
  breachId!: string | null;

  /** What it is about, in an officer's words. */
  @Column('text')
  note!: string;

  /** Where it is known from, or the provision of law. */
  @Column('text', { nullable: true })
  basis!: string | null;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** What was found out or done; of an incident its cause. */
  @Column('text', { nullable: true })
  outcome!: string | null;
}

/** Something stands in the way of everybody's operations. */
@Entity({ schema: 'by_leasing', name: 'system_hold' })
@Check('by_leasing_system_hold_kind_check', oneOf('kind', systemHoldKinds))
@Check('by_leasing_system_hold_ended_check', endedCheck)
@Index('by_leasing_system_hold_open_idx', ['lenderId'], { where: 'ended_at is null' })
export class SystemHoldEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_system_hold_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_system_hold_pkey' })
  id!: string;

  @Column('text')
  kind!: SystemHoldKind;

  /** Number of the decision, of the work, of the incident. */
  @Column('text')
  number!: string;

  @Column('text')
  note!: string;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  /** It stands in the way from this moment on. */
  @Column('timestamptz', { name: 'effective_from' })
  effectiveFrom!: Date;

  @Column('text', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** Of an incident its cause. */
  @Column('text', { nullable: true })
  outcome!: string | null;
}
