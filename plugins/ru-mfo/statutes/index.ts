import { antiFraud, debtBurden, selfBan } from './before-issue';
import { consumerCredit } from './consumer-credit';
import { expensiveLoans } from './expensive-loans';
import { extraServices } from './extra-services';
import { microfinance } from './microfinance';
import { operationsStandard } from './operations-standard';
import { specialLoan } from './special-loan';

/** Law that binds beside every lender's rules. */
export const statutes = [
  consumerCredit,
  specialLoan,
  microfinance,
  operationsStandard,
  extraServices,
  debtBurden,
  selfBan,
  antiFraud,
  expensiveLoans,
];
