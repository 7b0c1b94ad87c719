import { eligibilityCases } from './eligibility-cases';
import { explanationCases } from './explanation-cases';
import { firstPageCases } from './first-page-cases';
import { submissionCases } from './submission-cases';

export { receptionFixtures } from './reception-fixtures';

/** Every rule of the lender that receives applications by code. */
export const receptionCases = [...eligibilityCases, ...submissionCases, ...firstPageCases, ...explanationCases];
