import type { Temporal } from 'temporal-polyfill';
import type { CommandContext, CommandResult } from '../../../modules/commands';
import { momentOf, whoOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { seal } from '../command-support/seal';
import { type PledgeRecord, tellChange } from '../pledge';
import { type CourseKind, CourseRecordEntity } from './course-record.entity';

export interface CourseResult extends CommandResult {
  readonly pledgeId?: string;
  /** What was recorded; none where the agreement forbids to record it. */
  readonly recordId?: string;
  readonly violationIds?: readonly string[];
}

/** What happened in the course of a pledge. */
export interface NewCourseRecord {
  readonly kind: CourseKind;
  readonly on: Temporal.PlainDate;
  /** Codes, days, sums and ids; nothing personal. */
  readonly facts: Readonly<Record<string, string | boolean | null>>;
  /** In words; sealed. */
  readonly text?: string | null;
  readonly clause?: string;
}

/** Writes a record of a locked pledge's course and tells of it; answers its id. */
export async function recordCourse(
  context: CommandContext,
  pledge: PledgeRecord,
  { kind, on, facts, text = null, clause }: NewCourseRecord,
): Promise<string> {
  const id = newId(context);
  await context.transaction.insert(CourseRecordEntity, {
    ...pledgeRow(context, pledge, id),
    kind,
    onDay: on.toString(),
    facts,
    textEnc: text === null ? null : seal(context, 'course_record', id, 'text_enc', text),
    recordedBy: whoOf(context),
    recordedAt: momentOf(context),
  });
  tellChange(context, pledge, kind, id, clause);
  return id;
}
