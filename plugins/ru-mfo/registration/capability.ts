import { RuMfoAccountResolver, RuMfoServiceResolver } from '../account/account.resolver';
import { ruMfoSignInGuard } from '../account/sign-in-guard';
import { cardJob } from '../cards/card-job';
import { RuMfoCardChecksResolver, RuMfoCardsResolver } from '../cards/cards.resolver';
import { identityImage } from '../images/upload-purpose';
import { RuMfoIssueDateResolver } from './issue-date.resolver';
import { RuMfoRegistrationPartsResolver, RuMfoRegistrationResolver } from './steps.resolver';

/** What the plugin as a whole takes from registration and the life of an account. */
export const registrationCapability = { jobs: [cardJob], uploads: [identityImage], signInGuard: ruMfoSignInGuard } as const;

export const registrationResolvers = [
  RuMfoRegistrationResolver,
  RuMfoRegistrationPartsResolver,
  RuMfoCardsResolver,
  RuMfoCardChecksResolver,
  RuMfoServiceResolver,
  RuMfoAccountResolver,
  RuMfoIssueDateResolver,
] as const;
