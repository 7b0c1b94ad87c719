import { listLoader, statement } from '../../../modules/database';
import type { VisitPlace } from './visit-place';

/** A visit's row as resolvers read it; the day as text, since it has no time and no zone. */
export interface VisitRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly documentId: string;
  readonly visitedOn: string;
  readonly place: VisitPlace;
}

export const visitsByApplication = listLoader(
  statement<VisitRecord>(
    'xx_template_visits_by_application',
    `select id, application_id as "applicationId", document_id as "documentId", visited_on::text as "visitedOn", place
     from xx_template.visit where application_id = any($1) order by visited_on, id`,
  ),
  (row) => row.applicationId,
);
