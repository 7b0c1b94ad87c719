import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { BreachEntity } from '../breaches/breach.entity';

export const endModes = ['MUTUAL', 'CLIENT_WITHDRAWAL', 'LENDER_WITHDRAWAL'] as const;
export type EndMode = (typeof endModes)[number];

/** Grounds on which the lender may withdraw. */
export const withdrawalGrounds = ['BREACH', 'SERVICE_DISCONTINUED', 'LEGAL_CASE'] as const;
export type WithdrawalGround = (typeof withdrawalGrounds)[number];

export const withdrawalCheck = `(mode = 'LENDER_WITHDRAWAL') = (ground is not null) and (ground is null or ${oneOf('ground', withdrawalGrounds)})`;
export const endCheck = "mode = 'MUTUAL' or ended_at is not null";

/** How the agreement with a client ended; a mutual end waits for the other party until `endedAt`. */
@Entity({ schema: 'by_leasing', name: 'agreement_end' })
@Check('by_leasing_agreement_end_mode_check', oneOf('mode', endModes))
@Check('by_leasing_agreement_end_ground_check', withdrawalCheck)
@Check('by_leasing_agreement_end_ended_check', endCheck)
@Index('by_leasing_agreement_end_client_key', ['lenderId', 'clientId'], { unique: true })
@Index('by_leasing_agreement_end_open_idx', ['lenderId', 'clientConsentedAt', 'id'], { where: 'ended_at is null' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_agreement_end_client_fkey' })
@ForeignKey(() => BreachEntity, ['lenderId', 'breachId'], ['lenderId', 'id'], { name: 'by_leasing_agreement_end_breach_fkey' })
export class AgreementEndEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_agreement_end_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_agreement_end_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  mode!: EndMode;

  @Column('text', { nullable: true })
  ground!: WithdrawalGround | null;

  @Column('uuid', { name: 'breach_id', nullable: true })
  breachId!: string | null;

  /** Provision of law, or number of the decision. */
  @Column('text', { nullable: true })
  basis!: string | null;

  @Column('timestamptz', { name: 'client_consented_at', nullable: true })
  clientConsentedAt!: Date | null;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
