import { ruMfoSignInGuard } from '../account/sign-in-guard';
import { cardJob } from '../cards/card-job';
import { identityImage } from '../images/upload-purpose';

/** What the plugin as a whole takes from registration and the life of an account. */
export const registrationCapability = { jobs: [cardJob], uploads: [identityImage], signInGuard: ruMfoSignInGuard } as const;
