import { listLoader, statement } from '../../../modules/database';

export interface AssessmentRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly sources: readonly string[];
  readonly identificationMethods: readonly string[];
  readonly creditHistoryMeetsPolicy: boolean;
  readonly dataReliable: boolean;
  readonly assessedAt: Date;
}

/** The latest first. */
export const readAssessments = statement<AssessmentRecord>(
  'ru_mfo_assessments',
  `select id, application_id as "applicationId", sources, identification_methods as "identificationMethods",
     credit_history_meets_policy as "creditHistoryMeetsPolicy", data_reliable as "dataReliable", assessed_at as "assessedAt"
   from ru_mfo.assessment where application_id = any($1) order by assessed_at desc, id desc`,
);

export const assessmentsByApplication = listLoader(readAssessments, (row) => row.applicationId);
