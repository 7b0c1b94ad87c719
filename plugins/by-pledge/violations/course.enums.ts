import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { disposalActs } from './course.commands';

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
