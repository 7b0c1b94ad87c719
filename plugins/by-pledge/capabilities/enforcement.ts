import { ceaseDemandTemplate } from '../course/cease-demand.template';
import { ByPledgeCourseMutations } from '../course/course.resolver';
import { CourseRecordEntity } from '../course/course-record.entity';
import { ByPledgeCourseRecordResolver, ByPledgeCourseRecordsResolver } from '../course/course-record.resolver';
import { DutyEntity } from '../duties/duty.entity';
import { ByPledgeDutiesResolver, ByPledgeDutyMutations } from '../duties/duty.resolver';
import { dutyDeadline } from '../duties/duty-terms';
import { enforcementErrors } from '../errors/enforcement';
import { CreateByPledgeEnforcement1700000004030 } from '../foreclosure/create-enforcement.migration';
import { ForeclosureEntity } from '../foreclosure/foreclosure.entity';
import { ByPledgeForeclosureMutations, ByPledgeForeclosuresResolver } from '../foreclosure/foreclosure.resolver';
import { stopOnPayment } from '../foreclosure/steps.commands';
import { claimAnswerDeadline } from '../notices/answer-term';
import { NoticeDeliveryEntity } from '../notices/delivery.entity';
import { NoticeEntity } from '../notices/notice.entity';
import { ByPledgeNoticeMutations, ByPledgeNoticeResolver, ByPledgeNoticesResolver } from '../notices/notice.resolver';
import { NoticesToEachParty1700000004060 } from '../notices/notices-to-each-party.migration';
import { enforcementEventTypes } from '../pledge/course-events';
import { ByPledgeTimelineResolver } from '../timeline/timeline.resolver';
import { ByPledgePenaltyMutations } from '../violations/penalty.resolver';
import { ViolationEntity } from '../violations/violation.entity';
import { ByPledgeViolationsResolver } from '../violations/violation.resolver';
import { enforcementNodes } from './enforcement-nodes';

/** What happens while a pledge is in force: notices, duties, violations, and foreclosure where it comes to that. */
export const enforcementCapability = {
  entities: [NoticeEntity, NoticeDeliveryEntity, DutyEntity, ViolationEntity, CourseRecordEntity, ForeclosureEntity],
  migrations: [CreateByPledgeEnforcement1700000004030, NoticesToEachParty1700000004060],
  errors: [enforcementErrors],
  documents: [ceaseDemandTemplate],
  eventTypes: enforcementEventTypes,
  deadlines: [dutyDeadline, claimAnswerDeadline],
  paymentFollowers: [stopOnPayment],
  resolvers: [
    ByPledgeNoticeMutations,
    ByPledgeNoticesResolver,
    ByPledgeNoticeResolver,
    ByPledgeDutyMutations,
    ByPledgeDutiesResolver,
    ByPledgeCourseMutations,
    ByPledgeCourseRecordsResolver,
    ByPledgeCourseRecordResolver,
    ByPledgePenaltyMutations,
    ByPledgeViolationsResolver,
    ByPledgeForeclosureMutations,
    ByPledgeForeclosuresResolver,
    ByPledgeTimelineResolver,
  ],
  nodes: enforcementNodes,
} as const;
