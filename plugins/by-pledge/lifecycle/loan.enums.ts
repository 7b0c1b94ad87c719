import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';

export type PayoutMethod = 'BANK_ACCOUNT' | 'PAYMENT_CARD';
export const PayoutMethodEnum = enumOf(['BANK_ACCOUNT', 'PAYMENT_CARD']);
registerEnumType(PayoutMethodEnum, {
  name: 'ByPledgePayoutMethod',
  description: 'Where the money goes.',
  valuesConfig: {
    BANK_ACCOUNT: { description: 'To an account.' },
    PAYMENT_CARD: { description: 'To a card.' },
  },
});
