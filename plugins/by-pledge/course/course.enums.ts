import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { disposalActs } from './course.commands';
import { courseKinds } from './course-record.entity';

export const DisposalActEnum = enumOf(disposalActs);
registerEnumType(DisposalActEnum, {
  name: 'ByPledgeDisposalAct',
  description: 'What a pledgor did with the item.',
  valuesConfig: {
    ALIENATION: { description: 'Alienation (отчуждение).' },
    LEASE: { description: 'Lease (аренда).' },
    GRATUITOUS_USE: { description: 'Gratuitous use.' },
    OTHER_DISPOSAL: { description: 'Another disposal.' },
    LATER_PLEDGE: { description: 'A later pledge (последующий залог).' },
  },
});

export const InspectionTypeEnum = enumOf(['DOCUMENTARY', 'PHYSICAL'] as const);
registerEnumType(InspectionTypeEnum, {
  name: 'ByPledgeInspectionType',
  description: 'How an item is checked.',
  valuesConfig: {
    DOCUMENTARY: { description: 'By documents.' },
    PHYSICAL: { description: 'In fact.' },
  },
});

export const AccessEnum = enumOf(['ACCESS_GRANTED', 'ACCESS_DENIED'] as const);
registerEnumType(AccessEnum, {
  name: 'ByPledgeAccess',
  description: 'Whether access was given.',
  valuesConfig: {
    ACCESS_GRANTED: { description: 'Given.' },
    ACCESS_DENIED: { description: 'Denied.' },
  },
});

export const CircumstanceEnum = enumOf(['LOCATION_CHANGED', 'CONDITION_WORSENED', 'THREAT'] as const);
registerEnumType(CircumstanceEnum, {
  name: 'ByPledgeCircumstance',
  description: 'What a pledgor tells at once.',
  valuesConfig: {
    LOCATION_CHANGED: { description: 'The item is kept elsewhere.' },
    CONDITION_WORSENED: { description: 'Its condition is worse.' },
    THREAT: { description: 'It may be lost or damaged.' },
  },
});

export const CourseKindEnum = enumOf(courseKinds);
registerEnumType(CourseKindEnum, {
  name: 'ByPledgeCourseKind',
  description: 'What is recorded in the course of a pledge.',
  valuesConfig: {
    INSPECTION: { description: 'An inspection (осмотр).' },
    SERVICE: { description: 'A service of the item (обслуживание).' },
    DISPOSAL: { description: 'A disposal with the lender’s consent (распоряжение).' },
    LATER_PLEDGE: { description: 'A later pledge (последующий залог).' },
    CIRCUMSTANCE: { description: 'A changed place, a worse condition or a threat.' },
    CEASE_DEMAND: { description: 'A demand to cease acts that threaten the item.' },
    EARLY_DEMAND: { description: 'A demand of early repayment (досрочный возврат).' },
  },
});
