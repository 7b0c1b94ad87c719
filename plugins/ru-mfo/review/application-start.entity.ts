import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { listOf } from '../../../modules/database';

export const warnings = ['FALSE_DATA_RISK', 'CRIMINAL_LIABILITY'] as const;
/** What the applicant was warned of and acknowledged: the risk of false data, criminal liability for them. */
export type Warning = (typeof warnings)[number];

/** How an application was begun: by which edition of the rules, shown where, and which warnings were acknowledged. */
@Entity({ schema: 'ru_mfo', name: 'application_start' })
@Check('ru_mfo_application_start_warnings_check', `acknowledged <@ array[${listOf(warnings)}]::text[]`)
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], {
  name: 'ru_mfo_application_start_application_fkey',
})
export class ApplicationStartEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_application_start_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'application_id', primaryKeyConstraintName: 'ru_mfo_application_start_pkey' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** In force when the application was begun; beginning it accepts that edition (конклюдентные действия). */
  @Column('text', { name: 'edition_id', nullable: true })
  editionId!: string | null;

  /** The edition that the personal account showed before the first step; null when none was. */
  @Column('text', { name: 'shown_edition_id', nullable: true })
  shownEditionId!: string | null;

  @Column('text', { array: true })
  acknowledged!: string[];

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;
}
