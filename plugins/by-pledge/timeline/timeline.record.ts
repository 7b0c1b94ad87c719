import { loader, pageLoader, statement } from '../../../modules/database';
import { EVENT_HISTORY } from '../../../modules/events';
import { toGlobalId } from '../../../schema/base';
import { byn } from '../command-support/sums';
import type { ByPledgeTimelineEntry } from './timeline.type';

/** One row of a timeline: an event of the application, or a posting of its contract. */
export interface TimelineRow {
  readonly id: string;
  readonly at: Date;
  readonly what: string;
  readonly detail: string | null;
  readonly amount: string | null;
  readonly clause: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
}

const columns = `id, at, what, detail, amount, clause, subject_type as "subjectType", subject_id as "subjectId"`;

const rows = `(
    select e.application_id, e.id, e.at, e.type as what, coalesce(e.payload->>'to', e.payload->>'what', e.payload->>'kind') as detail,
      e.payload->>'amount' as amount, e.clause, e.subject_type, e.subject_id::text as subject_id from ${EVENT_HISTORY} e
    union all
    select c.application_id, p.id, p.posted_at, 'POSTING ' || p.cause, p.component, p.amount::text, p.clause, null, null
    from core.contract c join core.posting p on p.lender_id = c.lender_id and p.contract_id = c.id
  ) as timeline`;

/** Pages of timelines by the application's id, the newest first. Milliseconds, as cursors keep them. */
export const timelinePages = pageLoader<TimelineRow>({
  name: 'by_pledge_timeline_pages',
  columns,
  table: rows,
  parent: 'application_id',
  at: 'at',
});

export const timelineEntryById = loader(
  statement<TimelineRow>('by_pledge_timeline_entry', `select ${columns} from ${rows} where id = any($1)`),
  (row) => row.id,
);

export const toTimelineEntry = ({ id, subjectType, subjectId, amount, ...row }: TimelineRow): ByPledgeTimelineEntry => ({
  ...row,
  __typename: 'ByPledgeTimelineEntry',
  id: toGlobalId('ByPledgeTimelineEntry', id),
  amount: byn(amount),
  subjectId: subjectType && subjectId ? toGlobalId(subjectType, subjectId) : null,
});
