import { defineModule } from '../../schema/base';
import { moneyErrors } from './money.errors';
import { MoneyResolver } from './money.resolver';

export const moneyModule = defineModule({ id: 'money', resolvers: [MoneyResolver], errors: [moneyErrors] });
