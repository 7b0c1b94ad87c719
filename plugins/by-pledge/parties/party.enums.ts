import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';

export type ChangeKind = 'ADDRESS' | 'PHONE' | 'EMAIL' | 'OTHER';
export const ChangeKindEnum = enumOf(['ADDRESS', 'PHONE', 'EMAIL', 'OTHER']);
registerEnumType(ChangeKindEnum, {
  name: 'ByPledgeChangeKind',
  description: 'What changed about a party.',
  valuesConfig: {
    ADDRESS: { description: 'Address.' },
    PHONE: { description: 'Phone.' },
    EMAIL: { description: 'E-mail address.' },
    OTHER: { description: 'Something else that matters.' },
  },
});
