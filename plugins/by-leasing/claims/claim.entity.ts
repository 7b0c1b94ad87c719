import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { type ClaimAnswer, type ClaimSender, type ClaimState, claimAnswers, claimSenders, claimStates } from './claim-state';

export const answeredCheck = "(state = 'ANSWERED') = (answered_at is not null) and (answer is null) = (answered_at is null)";

/** SQL: it waits for an answer. */
export const openClaim = "state = 'RECEIVED'";

/** A claim of one party against the other, before any court (претензия). */
@Entity({ schema: 'by_leasing', name: 'claim' })
@Check('by_leasing_claim_sender_check', oneOf('sender', claimSenders))
@Check('by_leasing_claim_state_check', oneOf('state', claimStates))
@Check('by_leasing_claim_answer_check', oneOf('answer', claimAnswers))
@Check('by_leasing_claim_answered_check', answeredCheck)
@Unique('by_leasing_claim_number_key', ['lenderId', 'number'])
@Index('by_leasing_claim_client_idx', ['lenderId', 'clientId', 'receivedOn'])
@Index('by_leasing_claim_open_idx', ['lenderId', 'answerDueOn', 'id'], { where: openClaim })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'by_leasing_claim_client_fkey' })
export class ClaimEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_claim_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_claim_pkey' })
  id!: string;

  /** The client who sends it, or to whom it is sent. */
  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  number!: string;

  @Column('text')
  sender!: ClaimSender;

  @Column('text', { name: 'contract_number', nullable: true })
  contractNumber!: string | null;

  /** Demands and circumstances, encrypted. */
  @Column('bytea', { name: 'text_enc' })
  textEnc!: Buffer;

  @Column('uuid', { name: 'file_ids', array: true })
  fileIds!: string[];

  @Column('text')
  state!: ClaimState;

  /** The day on which the other party got it, in the lender's zone. */
  @Column('date', { name: 'received_on' })
  receivedOn!: string;

  /** The last day for an answer. */
  @Column('date', { name: 'answer_due_on' })
  answerDueOn!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('text', { nullable: true })
  answer!: ClaimAnswer | null;

  /** What the other party says, encrypted. */
  @Column('bytea', { name: 'answer_enc', nullable: true })
  answerEnc!: Buffer | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
