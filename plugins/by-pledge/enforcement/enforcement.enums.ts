import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { dutyKinds, dutyStatuses, itemEvents } from '../duties/duty-kinds';
import { foreclosureRoutes, foreclosureStates } from '../foreclosure/machine';
import { noticeKinds, noticeWays } from '../notices/notice-table';
import { disposalActs } from '../violations/course.commands';
import { earlyGrounds } from '../violations/demand-early-repayment.command';
import { lossMeasures } from '../violations/penalty.commands';

export const DutyKindEnum = enumOf(dutyKinds);
registerEnumType(DutyKindEnum, {
  name: 'ByPledgeDutyKind',
  description: 'What a pledgor has to do (вид обязанности).',
  valuesConfig: {
    INFORMATION: { description: 'Give information on the item.' },
    INSPECTION: { description: 'Present the item for inspection (осмотр).' },
    THREAT_REPLACEMENT: { description: 'Replace an item that is threatened.' },
    RESTORATION: { description: 'Restore or replace the item, or repay a part (восстановление).' },
    VALUATION: { description: 'Supply an independent valuation (оценка).' },
    VALUE_ADDENDUM: { description: 'Conclude an addendum on a lower value.' },
    ALIENATION_OUTCOME: { description: 'Carry out one of three outcomes of an alienation.' },
    DEFECT_REIMBURSEMENT: { description: 'Repay what defects cost the lender.' },
  },
});

export const DutyStatusEnum = enumOf(dutyStatuses);
registerEnumType(DutyStatusEnum, {
  name: 'ByPledgeDutyStatus',
  description: 'State of a duty (статус обязанности).',
  valuesConfig: {
    WAITING: { description: 'Its term has not begun.' },
    OPEN: { description: 'To be done.' },
    OVERDUE: { description: 'Its last day has passed.' },
    MET: { description: 'Done in time.' },
    MET_LATE: { description: 'Done after its last day.' },
    RELEASED: { description: 'No longer asked for.' },
  },
});

export const NoticeKindEnum = enumOf(noticeKinds);
registerEnumType(NoticeKindEnum, {
  name: 'ByPledgeNoticeKind',
  description: 'Kind of a notice (вид уведомления).',
  valuesConfig: {
    CLAIM: { description: 'A claim (претензия).' },
    SALE_NOTICE: { description: 'A notice of sale of the item.' },
    INFORMATION_REQUEST: { description: 'A request for information.' },
    INSPECTION_REQUEST: { description: 'A request to present the item.' },
    DEMAND: { description: 'A demand.' },
    DEFECT_CLAIM: { description: 'A notice of expenses on defects.' },
    AGREEMENT: { description: 'An agreement of the parties.' },
    OTHER: { description: 'Any other.' },
  },
});

export const NoticeWayEnum = enumOf(noticeWays);
registerEnumType(NoticeWayEnum, {
  name: 'ByPledgeNoticeWay',
  description: 'By which way a notice goes (способ уведомления).',
  valuesConfig: {
    REGISTERED_MAIL: { description: 'A registered letter (заказное письмо).' },
    ORDINARY_MAIL: { description: 'An ordinary letter.' },
    EMAIL_SCAN: { description: 'A scan by e-mail.' },
    OFFICE: { description: 'In writing, in the lender’s office.' },
    MESSENGER: { description: 'A messenger; it never counts.' },
    TEXT_MESSAGE: { description: 'A text message; it never counts.' },
  },
});

export const ForeclosureRouteEnum = enumOf(foreclosureRoutes);
registerEnumType(ForeclosureRouteEnum, {
  name: 'ByPledgeForeclosureRoute',
  description: 'Way of foreclosure (порядок взыскания).',
  valuesConfig: {
    COURT: { description: 'By a court (судебный).' },
    SELF_SALE: { description: 'By the lender itself (самостоятельная реализация).' },
  },
});

export const ForeclosureStateEnum = enumOf(foreclosureStates);
registerEnumType(ForeclosureStateEnum, {
  name: 'ByPledgeForeclosureState',
  description: 'State of a case of foreclosure.',
  valuesConfig: {
    OPEN: { description: 'Opened.' },
    FILED: { description: 'The suit is before the court.' },
    AWARDED: { description: 'The court allowed it.' },
    ON_SALE: { description: 'The item is offered.' },
    SOLD: { description: 'The proceeds came in.' },
    SETTLED: { description: 'Surplus ordered or deficit claimed.' },
    STOPPED: { description: 'The overdue debt was paid (взыскание прекращено).' },
    DISMISSED: { description: 'The court refused it.' },
  },
});

export const ItemEventEnum = enumOf(itemEvents);
registerEnumType(ItemEventEnum, {
  name: 'ByPledgeItemEvent',
  description: 'What happened to an item.',
  valuesConfig: {
    LOSS: { description: 'It was lost (утрата).' },
    DAMAGE: { description: 'It was damaged (повреждение).' },
    VALUE_DECREASE: { description: 'Its value fell.' },
    ARREST: { description: 'It was arrested.' },
    THIRD_PARTY_CLAIM: { description: 'Somebody else lawfully claims it.' },
  },
});

export const LossMeasureEnum = enumOf(lossMeasures);
registerEnumType(LossMeasureEnum, {
  name: 'ByPledgeLossMeasure',
  description: 'What a loss is measured by.',
  valuesConfig: {
    LOSS: { description: 'The lost item: no more than its pledge value.' },
    DAMAGE: { description: 'The damaged item: the fall of its value.' },
    OTHER: { description: 'Other losses, in full.' },
  },
});

export const EarlyGroundEnum = enumOf(earlyGrounds);
registerEnumType(EarlyGroundEnum, {
  name: 'ByPledgeEarlyGround',
  description: 'Ground of an early demand.',
  valuesConfig: {
    PLEDGE_VIOLATION: { description: 'A recorded violation.' },
    POSSESSION_LOST_NOT_CURED: { description: 'The item was lost and neither restored nor replaced.' },
    THREAT_NOT_REPORTED: { description: 'A threat was not told in time.' },
  },
});

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

export const ParticipantEnum = enumOf(['PLEDGOR', 'PLEDGEE'] as const);
registerEnumType(ParticipantEnum, {
  name: 'ByPledgeParticipant',
  description: 'A side of the agreement.',
  valuesConfig: {
    PLEDGOR: { description: 'The pledgor (залогодатель).' },
    PLEDGEE: { description: 'The lender (залогодержатель).' },
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

export const ForeclosureBasisEnum = enumOf(['DEFAULT', 'EARLY'] as const);
registerEnumType(ForeclosureBasisEnum, {
  name: 'ByPledgeForeclosureBasis',
  description: 'On what a case of foreclosure rests.',
  valuesConfig: {
    DEFAULT: { description: 'Something is overdue.' },
    EARLY: { description: 'A violation of the terms of the pledge.' },
  },
});
