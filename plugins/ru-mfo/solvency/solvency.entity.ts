import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationEntity } from '../../../modules/applications';
import { oneOf } from '../../../modules/database';
import { AssessmentEntity } from '../assessment/assessment.entity';

export const clientCategories = ['WORKING', 'PENSIONER'] as const;
/** Category of the client by which solvency is judged. */
export type ClientCategory = (typeof clientCategories)[number];

/**
 * What an assessment found by the criteria and methods of the rules (критерии и методы оценки): kept in the client's dossier
 * with the assessment, never changed.
 */
@Entity({ schema: 'ru_mfo', name: 'solvency' })
@Index('ru_mfo_solvency_application_idx', ['lenderId', 'applicationId', 'countedAt'])
@Check('ru_mfo_solvency_category_check', oneOf('category', clientCategories))
@Check('ru_mfo_solvency_score_check', 'score between 0 and 1000')
@ForeignKey(() => AssessmentEntity, ['lenderId', 'assessmentId'], ['lenderId', 'id'], { name: 'ru_mfo_solvency_assessment_fkey' })
@ForeignKey(() => ApplicationEntity, ['lenderId', 'applicationId'], ['lenderId', 'id'], { name: 'ru_mfo_solvency_application_fkey' })
export class SolvencyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_solvency_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'assessment_id', primaryKeyConstraintName: 'ru_mfo_solvency_pkey' })
  assessmentId!: string;

  @Column('uuid', { name: 'application_id' })
  applicationId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Sum applied for over the monthly income, four places. */
  @Column('numeric', { name: 'amount_to_income', precision: 12, scale: 4 })
  amountToIncome!: string;

  /** What is paid a month on current obligations by the bureaus' report, roubles. */
  @Column('numeric', { name: 'monthly_payments', precision: 18, scale: 2 })
  monthlyPayments!: string;

  @Column('text')
  category!: ClientCategory;

  /** Whether the assessor holds the client legally capable (дееспособность). */
  @Column('boolean')
  capable!: boolean;

  /** 0 to 1000: the higher, the surer that principal and interest are repaid. */
  @Column('integer')
  score!: number;

  @Column('boolean')
  solvent!: boolean;

  /** Whether there is a lasting source of income (постоянный источник дохода). */
  @Column('boolean', { name: 'permanent_income' })
  permanentIncome!: boolean;

  /** Which formula counted it. */
  @Column('text')
  formula!: string;

  /** Encrypted JSON: income, risk of losing it, position, bureau's figures, outer conditions. */
  @Column('bytea', { name: 'details_enc', nullable: true })
  detailsEnc!: Buffer | null;

  @Column('timestamptz', { name: 'counted_at' })
  countedAt!: Date;
}
