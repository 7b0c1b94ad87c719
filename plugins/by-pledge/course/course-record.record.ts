import { loader, pageLoader, statement } from '../../../modules/database';
import type { CourseKind } from './course-record.entity';

/** A row of a pledge's course. */
export interface CourseRecordRow {
  readonly id: string;
  readonly pledgeId: string;
  readonly kind: CourseKind;
  /** ISO 8601. */
  readonly onDay: string;
  readonly facts: Readonly<Record<string, string | boolean | null>>;
  readonly textEnc: Buffer | null;
  readonly recordedAt: Date;
}

const columns = `id, pledge_id as "pledgeId", kind, on_day::text as "onDay", facts, text_enc as "textEnc", recorded_at as "recordedAt"`;

export const courseRecordById = loader(
  statement<CourseRecordRow>('by_pledge_course_record_by_id', `select ${columns} from by_pledge.course_record where id = any($1)`),
  (row) => row.id,
);

/** Pages of a pledge's course, the newest first. */
export const courseRecordPages = pageLoader<CourseRecordRow>({
  name: 'by_pledge_course_record_pages',
  columns,
  table: 'by_pledge.course_record',
  parent: 'pledge_id',
  at: 'recorded_at',
});
