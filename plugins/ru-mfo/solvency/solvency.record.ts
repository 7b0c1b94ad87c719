import { loader, statement } from '../../../modules/database';
import type { ClientCategory } from './solvency.entity';

export interface SolvencyRecord {
  readonly assessmentId: string;
  readonly applicationId: string;
  readonly amountToIncome: string;
  readonly monthlyPayments: string;
  readonly category: ClientCategory;
  readonly capable: boolean;
  readonly score: number;
  readonly solvent: boolean;
  readonly permanentIncome: boolean;
  readonly formula: string;
  readonly detailsEnc: Buffer | null;
  readonly countedAt: Date;
}

const columns = `assessment_id as "assessmentId", application_id as "applicationId", amount_to_income::text as "amountToIncome",
  monthly_payments::text as "monthlyPayments", category, capable, score, solvent, permanent_income as "permanentIncome", formula,
  details_enc as "detailsEnc", counted_at as "countedAt"`;

/** The latest of each application. */
export const readSolvency = statement<SolvencyRecord>(
  'ru_mfo_solvency_latest',
  `select distinct on (application_id) ${columns} from ru_mfo.solvency where application_id = any($1)
   order by application_id, counted_at desc, assessment_id desc`,
);
export const solvencyByApplication = loader(readSolvency, (row) => row.applicationId);
