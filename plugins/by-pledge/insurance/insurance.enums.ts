import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';

export type Channel = 'EMAIL' | 'CABINET' | 'OFFICE';
export const ChannelEnum = enumOf(['EMAIL', 'CABINET', 'OFFICE']);
registerEnumType(ChannelEnum, {
  name: 'ByPledgeChannel',
  description: 'How a paper came.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    CABINET: { description: 'In the account.' },
    OFFICE: { description: 'In the office.' },
  },
});

export type Beneficiary = 'PLEDGEE' | 'PLEDGOR' | 'OTHER';
export const BeneficiaryEnum = enumOf(['PLEDGEE', 'PLEDGOR', 'OTHER']);
registerEnumType(BeneficiaryEnum, {
  name: 'ByPledgeBeneficiary',
  description: 'Who is paid by the insurer.',
  valuesConfig: {
    PLEDGEE: { description: 'The lender.' },
    PLEDGOR: { description: 'The pledgor.' },
    OTHER: { description: 'Somebody else.' },
  },
});
