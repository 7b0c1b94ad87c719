import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type PetitionStatus, type PetitionSubject, petitionStatuses, petitionSubjects } from './petition-status';

/** SQL: it arrived and waits for an answer. */
export const pendingPetition = oneOf('status', ['RECEIVED', 'IN_REVIEW']);

/** What a client asks the lender for (ходатайство). */
@Entity({ schema: 'by_leasing', name: 'petition' })
@Check('by_leasing_petition_status_check', oneOf('status', petitionStatuses))
@Check('by_leasing_petition_subject_check', oneOf('subject', petitionSubjects))
@Check('by_leasing_petition_answered_check', "(answered_at is not null) = (status in ('GRANTED', 'REFUSED'))")
@Check(
  'by_leasing_petition_received_check',
  "(number is null) = (received_at is null) and (number is not null or status in ('DRAFT', 'WITHDRAWN'))",
)
@Unique('by_leasing_petition_number_key', ['lenderId', 'number'])
@Unique('by_leasing_petition_identification_key', ['lenderId', 'identificationId'])
@Index('by_leasing_petition_client_idx', ['lenderId', 'clientId', 'draftedAt'])
@Index('by_leasing_petition_pending_idx', ['lenderId', 'receivedAt', 'id'], { where: pendingPetition })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_petition_client_fkey' })
export class PetitionEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_petition_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_petition_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('text')
  subject!: PetitionSubject;

  /** Number of the contract that it is about. */
  @Column('text', { name: 'contract_number', nullable: true })
  contractNumber!: string | null;

  /** Encrypted. */
  @Column('bytea', { name: 'text_enc' })
  textEnc!: Buffer;

  @Column('uuid', { name: 'file_ids', array: true })
  fileIds!: string[];

  @Column('text')
  status!: PetitionStatus;

  @Column('timestamptz', { name: 'drafted_at' })
  draftedAt!: Date;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;

  /** The identification by certificate that confirmed it; good for one. Null where a code and the code word did. */
  @Column('uuid', { name: 'identification_id', nullable: true })
  identificationId!: string | null;

  @Column('timestamptz', { name: 'status_changed_at' })
  statusChangedAt!: Date;

  /** The lender's answer, encrypted. */
  @Column('bytea', { name: 'answer_enc', nullable: true })
  answerEnc!: Buffer | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
