import { DutyEntity } from '../duties/duty.entity';
import { dutyDeadline } from '../duties/duty-terms';
import { ByPledgeCourseResolver, ByPledgeNoticeResolver, enforcementNodes } from '../enforcement/course.resolver';
import { ByPledgeEnforcementMutations } from '../enforcement/enforcement.resolver';
import { enforcementErrors } from '../errors/enforcement';
import { CreateByPledgeEnforcement1700000004030 } from '../foreclosure/create-enforcement.migration';
import { ForeclosureEntity } from '../foreclosure/foreclosure.entity';
import { stopOnPayment } from '../foreclosure/steps.commands';
import { claimAnswerDeadline } from '../notices/answer-term';
import { NoticeDeliveryEntity } from '../notices/delivery.entity';
import { NoticeEntity } from '../notices/notice.entity';
import { enforcementEventTypes } from '../pledge/course-events';
import { CourseRecordEntity } from '../violations/course-record.entity';
import { ViolationEntity } from '../violations/violation.entity';

/** What happens while a pledge is in force: notices, duties, violations, and foreclosure where it comes to that. */
export const enforcementCapability = {
  entities: [NoticeEntity, NoticeDeliveryEntity, DutyEntity, ViolationEntity, CourseRecordEntity, ForeclosureEntity],
  migrations: [CreateByPledgeEnforcement1700000004030],
  errors: [enforcementErrors],
  eventTypes: enforcementEventTypes,
  deadlines: [dutyDeadline, claimAnswerDeadline],
  paymentFollowers: [stopOnPayment],
  resolvers: [ByPledgeEnforcementMutations, ByPledgeCourseResolver, ByPledgeNoticeResolver],
  nodes: enforcementNodes,
} as const;
