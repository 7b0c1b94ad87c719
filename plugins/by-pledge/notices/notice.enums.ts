import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { noticeKinds, noticeWays } from './notice-table';

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

export const ParticipantEnum = enumOf(['PLEDGOR', 'PLEDGEE'] as const);
registerEnumType(ParticipantEnum, {
  name: 'ByPledgeParticipant',
  description: 'A side of the agreement.',
  valuesConfig: {
    PLEDGOR: { description: 'The pledgor (залогодатель).' },
    PLEDGEE: { description: 'The lender (залогодержатель).' },
  },
});
