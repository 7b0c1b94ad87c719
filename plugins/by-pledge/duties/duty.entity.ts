import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge';
import { type DutyKind, type DutyStatus, dutyKinds, dutyStatuses } from './duty-kinds';

/** Something that the pledgor has to do, with its clock (обязанность залогодателя). */
@Entity({ schema: 'by_pledge', name: 'duty' })
@Index('by_pledge_duty_pledge_idx', ['lenderId', 'pledgeId', 'openedAt'])
@Check('by_pledge_duty_kind_check', oneOf('kind', dutyKinds))
@Check('by_pledge_duty_status_check', oneOf('status', dutyStatuses))
@Check('by_pledge_duty_met_check', "(status in ('MET', 'MET_LATE')) = (met_on is not null)")
@Check('by_pledge_duty_amount_check', 'amount > 0')
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_duty_pledge_fkey' })
export class DutyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_duty_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_duty_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: DutyKind;

  @Column('text')
  status!: DutyStatus;

  /** Why it is asked for: a ground by name, the event that happened, or what threatens the item. */
  @Column('text')
  ground!: string;

  /** The notice that starts its term, where one does. */
  @Column('uuid', { name: 'notice_id', nullable: true })
  noticeId!: string | null;

  /** The sum to be paid, or by which the value fell, BYN. */
  @Column('numeric', { precision: 18, scale: 2, nullable: true })
  amount!: string | null;

  /** The day from which its term is counted. */
  @Column('date', { name: 'started_on', nullable: true })
  startedOn!: string | null;

  /** Its last day. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column('date', { name: 'met_on', nullable: true })
  metOn!: string | null;

  /** How it was met: one of the ways that its clause leaves open. */
  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;
}
