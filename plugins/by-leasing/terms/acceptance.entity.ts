import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';

/** `DECLINED`: the client said that it does not agree, and is kept out until it accepts. */
export const acceptanceModes = ['EXPLICIT', 'IMPLIED_BY_USE', 'DECLINED'] as const;
export type AcceptanceMode = (typeof acceptanceModes)[number];

/** What a client says by starting to use the cabinet. */
export const declarationCodes = ['READ_AND_UNDERSTOOD', 'FULL_CONSENT', 'LEGAL_CAPACITY', 'UNDERSTANDS_CONSEQUENCES'] as const;

export const smsCheck = "mode <> 'EXPLICIT' or consent_mark";

/** What a client said to a version of the agreement (акцепт), with the evidence of how; the last row counts. */
@Entity({ schema: 'by_leasing', name: 'acceptance' })
@Check('by_leasing_acceptance_mode_check', oneOf('mode', acceptanceModes))
@Check('by_leasing_acceptance_mark_check', smsCheck)
@Index('by_leasing_acceptance_client_idx', ['lenderId', 'clientId', 'madeAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_acceptance_client_fkey' })
export class AcceptanceEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_acceptance_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_acceptance_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'terms_version' })
  termsVersion!: string;

  @Column('text', { name: 'policy_version', nullable: true })
  policyVersion!: string | null;

  @Column('text')
  mode!: AcceptanceMode;

  /** The client's own mark that it has read and agrees. */
  @Column('boolean', { name: 'consent_mark' })
  consentMark!: boolean;

  /** The check of the password sent to the phone; null where use is consent. */
  @Column('uuid', { name: 'ceremony_id', nullable: true })
  ceremonyId!: string | null;

  /** Declarations made by it. */
  @Column('text', { array: true })
  declarations!: string[];

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;
}
