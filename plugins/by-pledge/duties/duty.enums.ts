import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { dutyKinds, dutyStatuses, itemEvents } from './duty-kinds';

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
