import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { ClientEntity } from '../../../modules/clients';

export const participantRoles = ['GUARANTOR', 'SELLER'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

/** Somebody who takes part in another client's deal: a guarantor (поручитель) or the seller of the item (продавец). */
@Entity({ schema: 'by_leasing', name: 'participant' })
@Check('by_leasing_participant_role_check', "role in ('GUARANTOR', 'SELLER')")
@Check('by_leasing_participant_self_check', 'client_id <> applicant_id')
@Unique('by_leasing_participant_key', ['lenderId', 'applicationId', 'clientId', 'role'])
@Index('by_leasing_participant_client_idx', ['lenderId', 'clientId'])
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'by_leasing_participant_application_fkey' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_participant_client_fkey' })
export class ParticipantEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_participant_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_participant_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  /** Number of the application, which the participant may know of it. */
  @Column('text', { name: 'application_number' })
  applicationNumber!: string;

  /** Whose application it is. */
  @Column('uuid', { name: 'applicant_id' })
  applicantId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  role!: ParticipantRole;

  @Column('text', { name: 'invited_by' })
  invitedBy!: string;

  @Column('timestamptz', { name: 'invited_at' })
  invitedAt!: Date;

  /** The identification that the participant passed for this deal in this role. */
  @Column('uuid', { name: 'identification_id', nullable: true })
  identificationId!: string | null;

  @Column('timestamptz', { name: 'identified_at', nullable: true })
  identifiedAt!: Date | null;

  /** The deal came to nothing, or the participant was taken out. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
