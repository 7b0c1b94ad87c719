import { BureauInquiryEntity } from './bureau-inquiry.entity';
import { coolingOffTerm } from './cooling-off';
import { CreateRuMfoLawChecks1700000002200 } from './create-law-checks.migration';
import { debtBurdenWarning, warningCode, warningOperation } from './debt-burden-warning';
import { DebtBurdenWarningEntity } from './debt-burden-warning.entity';
import { RuMfoLawResolver } from './law.resolver';
import { PayeeCheckEntity } from './payee-check.entity';

/** What the plugin's definition takes from this folder. */
export const lawCapability = {
  entities: [BureauInquiryEntity, PayeeCheckEntity, DebtBurdenWarningEntity],
  migrations: [CreateRuMfoLawChecks1700000002200],
  resolvers: [RuMfoLawResolver],
  documents: [debtBurdenWarning],
  signing: [warningCode],
  codeOperations: [warningOperation],
  deadlines: [coolingOffTerm],
};
