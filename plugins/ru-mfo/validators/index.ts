import { confidentialityValidators } from '../confidentiality/validators';
import { firstPage } from '../documents/first-page';
import { lawValidators } from '../law/validators';
import { packetValidators } from '../packet/validators';
import { contractTerm } from '../precedence/validators';
import { prolongationValidators } from '../prolongation/validators';
import { publicationValidators } from '../publications/validators';
import { receptionEligibility } from '../reception/eligibility';
import { receptionSubmission } from '../reception/submission';
import { retentionValidators } from '../retention/validators';
import { reviewRequirements, reviewValidators } from '../review/validators';
import { solvencyValidators } from '../solvency/validators';
import { topUpValidators } from '../top-up/validators';
import { trancheValidators } from '../tranches/validators';
import { account } from './account';
import { approval } from './approval';
import { decision } from './decision';
import { loan } from './loan';
import { requirements as personal } from './requirements';
import { submission } from './submission';
import { terms } from './terms';

export { APPROVAL } from './approval';
export { AS_APPLIED, grounds, OTHER_TERMS, REFUSAL } from './decision';
export { ceilings } from './loan';

/** What a lender asks of a person; a failure of any makes the person not eligible. */
export const requirements = [...personal, ...reviewRequirements];

/** Every rule of this plugin that judges facts. */
export const validators = [
  ...requirements,
  ...submission,
  ...account,
  ...approval,
  ...decision,
  ...loan,
  ...terms,
  ...lawValidators,
  ...retentionValidators,
  ...confidentialityValidators,
  contractTerm,
  ...receptionEligibility,
  ...receptionSubmission,
  ...firstPage,
  ...packetValidators,
  ...prolongationValidators,
  ...trancheValidators,
  ...topUpValidators,
  ...reviewValidators,
  ...solvencyValidators,
  ...publicationValidators,
];
