import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge/pledge.entity';

export const registerOperations = ['ENTER', 'CHANGE', 'EXCLUDE'] as const;

/** What is to be done; none needs the pledgor’s consent. */
export type RegisterOperation = (typeof registerOperations)[number];

export const registerTaskStates = ['WAITING', 'SUBMITTED', 'DONE'] as const;

/** SUBMITTED: people have it in their queue. */
export type RegisterTaskState = (typeof registerTaskStates)[number];

/** Something that the lender owes the register: to enter, change or exclude a pledge (действие в Реестре). */
@Entity({ schema: 'by_pledge', name: 'register_task' })
@Check('by_pledge_register_task_operation_check', oneOf('operation', registerOperations))
@Check('by_pledge_register_task_state_check', oneOf('state', registerTaskStates))
@Check('by_pledge_register_task_done_check', "(state = 'DONE') = (done_at is not null)")
@Index('by_pledge_register_task_pledge_idx', ['lenderId', 'pledgeId', 'knownOn'])
@Index('by_pledge_register_task_due_idx', ['lenderId', 'nextAttemptAt'], { where: "state <> 'DONE'" })
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_register_task_pledge_fkey' })
export class RegisterTaskEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_register_task_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_register_task_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  operation!: RegisterOperation;

  /** What changed, e.g. PLATE; the operation itself otherwise. */
  @Column('text')
  what!: string;

  /** When the lender knew or should have known. */
  @Column('date', { name: 'known_on' })
  knownOn!: string;

  /** The last day to do it; the agreement sets none for the first entry. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  /** WAITING, SUBMITTED, DONE */
  @Column('text')
  state!: RegisterTaskState;

  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  /** Whether it was done after the last day. */
  @Column('boolean', { name: 'is_late', nullable: true })
  isLate!: boolean | null;
}
