import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { oneOf } from '../../../modules/database';
import { type DemandKind, type DemandStatus, demandKinds, demandStatuses } from './demand-kind';

/** Something that a lender asks of the applicant before it decides (требование). */
@Entity({ schema: 'ru_mfo', name: 'demand' })
@Index('ru_mfo_demand_application_idx', ['lenderId', 'applicationId', 'openedAt'])
@Check('ru_mfo_demand_kind_check', oneOf('kind', demandKinds))
@Check('ru_mfo_demand_status_check', oneOf('status', demandStatuses))
@Check('ru_mfo_demand_closed_check', "(status = 'OPEN') = (closed_at is null)")
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_demand_application_fkey' })
export class DemandEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_demand_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_demand_pkey' })
  id!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  kind!: DemandKind;

  /** What is asked, where the kind alone does not say it. */
  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text')
  status!: DemandStatus;

  /** Kind of the document that answered it. */
  @Column('text', { nullable: true })
  document!: string | null;

  /** By which way the answer came. */
  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
