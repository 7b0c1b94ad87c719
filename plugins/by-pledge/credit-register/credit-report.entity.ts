import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge/pledge.entity';

/** Data on the agreement that go to the Credit Register of the National Bank (сведения в Кредитный регистр). */
@Entity({ schema: 'by_pledge', name: 'credit_report' })
@Check('by_pledge_credit_report_state_check', "state in ('WAITING', 'SENT')")
@Check('by_pledge_credit_report_sent_check', "(state = 'SENT') = (sent_at is not null)")
@Index('by_pledge_credit_report_pledge_idx', ['lenderId', 'pledgeId', 'queuedAt'])
@Index('by_pledge_credit_report_due_idx', ['lenderId', 'nextAttemptAt'], { where: "state = 'WAITING'" })
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_credit_report_pledge_fkey' })
export class CreditReportEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_credit_report_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_credit_report_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** CONCLUDED, CHANGED or ENDED. */
  @Column('text')
  occasion!: string;

  /** What is told; ids, sums and days. */
  @Column('jsonb')
  payload!: Readonly<Record<string, string | null>>;

  @Column('text', { name: 'payload_sha256' })
  payloadSha256!: string;

  @Column('text')
  state!: 'WAITING' | 'SENT';

  @Column('timestamptz', { name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;

  /** Number that the register gave. */
  @Column('text', { nullable: true })
  receipt!: string | null;

  @Column('timestamptz', { name: 'queued_at' })
  queuedAt!: Date;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
