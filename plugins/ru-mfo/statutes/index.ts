import { consumerCredit } from './consumer-credit';
import { microfinance } from './microfinance';

/** Law that binds beside every lender's rules. */
export const statutes = [consumerCredit, microfinance];
