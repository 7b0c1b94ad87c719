import { defineErrors } from '../../schema/base';
import { addonTexts } from './addons/addons.errors';
import { compromiseTexts } from './compromise/compromise.errors';
import { debtTexts } from './debt/debt.errors';
import { accountTexts } from './errors/account';
import { changeTexts } from './errors/changes';
import { editionTexts } from './errors/editions';
import { eligibilityTexts } from './errors/eligibility';
import { lawTexts } from './errors/law';
import { loanTexts } from './errors/loan';
import { packetTexts } from './errors/packet';
import { processTexts } from './errors/process';
import { receptionTexts } from './errors/reception';
import { registrationTexts } from './errors/registration';
import { retentionTexts } from './errors/retention';
import { reviewTexts } from './errors/review';
import { publicationTexts } from './publications/publications.errors';
import { serviceTexts } from './service/service.errors';

/** Every code of this plugin, with sentences that say what to do. */
export const ruMfoErrors = defineErrors('ru-mfo', {
  ...accountTexts,
  ...addonTexts,
  ...publicationTexts,
  ...compromiseTexts,
  ...debtTexts,
  ...serviceTexts,
  ...editionTexts,
  ...eligibilityTexts,
  ...processTexts,
  ...receptionTexts,
  ...reviewTexts,
  ...registrationTexts,
  ...loanTexts,
  ...lawTexts,
  ...retentionTexts,
  ...packetTexts,
  ...changeTexts,
});
