import type { GraphContext } from '../../../modules/commands';
import type { NodeLookup } from '../../../schema/base';
import { courseRecordById } from '../course/course-record.record';
import { toCourseRecord } from '../course/course-record.type';
import { dutyById } from '../duties/duty.record';
import { toDuty } from '../duties/duty.type';
import { foreclosureById } from '../foreclosure/foreclosure.record';
import { toForeclosure } from '../foreclosure/foreclosure.type';
import { noticeById } from '../notices/notice.record';
import { toNotice } from '../notices/notice.type';
import { timelineEntryById, toTimelineEntry } from '../timeline/timeline.record';
import { violationById } from '../violations/violation.record';
import { toViolation } from '../violations/violation.type';

const node = <Row>(
  type: string,
  read: (context: GraphContext, id: string) => Promise<Row | null>,
  to: (row: Row) => object,
): NodeLookup => ({
  type,
  async load(context: GraphContext, id: string) {
    const row = await read(context, id);
    return row && to(row);
  },
});

/** What of a pledge's course is found by its global id. */
export const enforcementNodes: readonly NodeLookup[] = [
  node('ByPledgeDuty', ({ loaders }, id) => loaders.one(dutyById, id), toDuty),
  node('ByPledgeCourseRecord', ({ loaders }, id) => loaders.one(courseRecordById, id), toCourseRecord),
  node('ByPledgeNotice', ({ loaders }, id) => loaders.one(noticeById, id), toNotice),
  node('ByPledgeViolation', ({ loaders }, id) => loaders.one(violationById, id), toViolation),
  node('ByPledgeForeclosure', ({ loaders }, id) => loaders.one(foreclosureById, id), toForeclosure),
  node('ByPledgeTimelineEntry', ({ loaders }, id) => loaders.one(timelineEntryById, id), toTimelineEntry),
];
