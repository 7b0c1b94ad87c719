import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { addendumKinds, addendumStatuses } from './addendum.entity';

export const AddendumKindEnum = enumOf(addendumKinds);
registerEnumType(AddendumKindEnum, {
  name: 'ByPledgeAddendumKind',
  description: 'What an addendum changes.',
  valuesConfig: {
    VALUE: { description: 'The agreed value.' },
    RATE: { description: 'The daily rate.' },
    ITEM: { description: 'Data of the item.' },
    OTHER: { description: 'Other terms.' },
    TERMINATION: { description: 'It ends the agreement early.' },
  },
});

export const AddendumStatusEnum = enumOf(addendumStatuses);
registerEnumType(AddendumStatusEnum, {
  name: 'ByPledgeAddendumStatus',
  description: 'Whether an addendum holds.',
  valuesConfig: {
    PROPOSED: { description: 'It waits for the second party.' },
    ACCEPTED: { description: 'Both parties accepted it (заключено).' },
    VOID: { description: 'It never took effect.' },
  },
});
