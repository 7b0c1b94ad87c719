import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ContractEntity, type ContractTerms } from '../../../modules/contracts';
import { oneOf } from '../../../modules/database';
import {
  type ProlongationAction,
  type ProlongationStatus,
  prolongationActions,
  prolongationStatuses,
} from '../account-request/request-status';

/** A request to change the term of a running contract, and the offer that was made on it (заявка на пролонгацию). */
@Entity({ schema: 'ru_mfo', name: 'prolongation' })
@Index('ru_mfo_prolongation_contract_idx', ['lenderId', 'contractId', 'requestedAt'])
@Index('ru_mfo_prolongation_open_key', ['lenderId', 'contractId'], { unique: true, where: "status = 'OFFERED'" })
@Index('ru_mfo_prolongation_client_idx', ['lenderId', 'clientId'], { where: "status = 'OFFERED'" })
@Check('ru_mfo_prolongation_status_check', oneOf('status', prolongationStatuses))
@Check('ru_mfo_prolongation_action_check', oneOf('action', prolongationActions))
@Check('ru_mfo_prolongation_accepted_check', "(status = 'ACCEPTED') = (accepted_at is not null)")
@Check('ru_mfo_prolongation_interest_check', 'interest_told >= 0')
@ForeignKey(() => ContractEntity, ['lenderId', 'contractId'], ['lenderId', 'id'], { name: 'ru_mfo_prolongation_contract_fkey' })
export class ProlongationEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_prolongation_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_prolongation_pkey' })
  id!: string;

  @Column('uuid', { name: 'contract_id' })
  contractId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  status!: ProlongationStatus;

  @Column('text')
  action!: ProlongationAction;

  /** Days by which the last day of the contract moves: `toDueOn` less `fromDueOn`. */
  @Column('integer')
  days!: number;

  @Column('date', { name: 'from_due_on' })
  fromDueOn!: string;

  @Column('date', { name: 'to_due_on' })
  toDueOn!: string;

  /** What the client is told to pay before acceptance: the interest counted up to the request. */
  @Column('numeric', { name: 'interest_told', precision: 18, scale: 2 })
  interestTold!: string;

  /** All that had been paid on the contract by then: what comes in since pays what was told, whatever the law lets it cover first. */
  @Column('numeric', { name: 'paid_before', precision: 18, scale: 2 })
  paidBefore!: string;

  /** The terms that are offered. */
  @Column('jsonb')
  terms!: ContractTerms;

  /** The documents that one code signs. */
  @Column('uuid', { name: 'packet_id' })
  packetId!: string;

  /** The supplementary agreement among them. */
  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  /** Keyed digest of the profile that the offer was formed from. */
  @Column('bytea', { name: 'profile_digest' })
  profileDigest!: Buffer;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt!: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;
}
