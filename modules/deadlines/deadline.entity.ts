import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../applications';
import { ClientEntity } from '../clients';
import { LenderEntity } from '../lenders';
import type { DeadlineState } from './deadline-state';

/** A term that a clause sets: by `due_at` something is done, or what the clause says follows. */
@Entity({ schema: 'core', name: 'deadline' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'deadline_lender_fkey' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'deadline_application_fkey' })
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'deadline_client_fkey' })
@Check('deadline_state_check', "state in ('PENDING', 'MET', 'MISSED', 'CANCELLED')")
@Check('deadline_settled_check', "(state = 'PENDING') = (settled_at is null)")
@Index('deadline_pending_key', ['lenderId', 'subjectId', 'kind'], { unique: true, where: '"state" = \'PENDING\'' })
@Index('deadline_application_idx', ['lenderId', 'applicationId', 'dueAt', 'id'])
@Index('deadline_due_idx', ['lenderId', 'dueAt', 'id'])
@Index('deadline_retry_idx', ['retryAt'], { where: '"state" = \'PENDING\'' })
export class DeadlineEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'deadline_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deadline_pkey' })
  id!: string;

  /** A registered kind; a plugin's carries its id. */
  @Column('text')
  kind!: string;

  @Column('text', { name: 'plugin_id', nullable: true })
  pluginId!: string | null;

  @Column('text', { name: 'subject_type' })
  subjectType!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'application_id', nullable: true })
  applicationId!: string | null;

  @Column('uuid', { name: 'client_id', nullable: true })
  clientId!: string | null;

  @Column('text', { nullable: true })
  clause!: string | null;

  @Column('text', { name: 'edition_id', nullable: true })
  editionId!: string | null;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  /** The last moment at which it can be met. */
  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('text')
  state!: DeadlineState;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  /** When its handler ran; null where it was met or cancelled before. */
  @Column('timestamptz', { name: 'fired_at', nullable: true })
  firedAt!: Date | null;

  /** Failed attempts of the handler. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** The handler does not run before: the due moment, then later ones after failures. */
  @Column('timestamptz', { name: 'retry_at' })
  retryAt!: Date;

  /** Code of the last failure, never its message: that may hold personal data. */
  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;
}
