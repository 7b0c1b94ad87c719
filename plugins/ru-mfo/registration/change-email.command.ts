import { lifecycleEvents } from '../../../modules/applications';
import { setContactStated } from '../../../modules/clients';
import { defineCommand } from '../../../modules/commands';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { redraftOffers } from '../lifecycle/redraft';
import { answersOf, keepAnswer } from './answers';
import type { StepResult } from './confirm-contact-info.command';
import { openStep } from './step-gate';

/** Another e-mail address becomes the registered one as it is stated; the former stays in the history with the moment of its end. */
export const changeEmail = defineCommand<{ readonly clientId: string; readonly email: string }, StepResult>({
  name: 'ruMfoChangeEmail',
  plugin: PLUGIN,
  emits: lifecycleEvents,
  async run({ clientId, email }, context) {
    await openStep(context, clientId, 'CONTACT_INFO');
    perform(context.lender.code, 'email.registered');
    await setContactStated(context, clientId, { email });
    const { CONTACT_INFO } = await answersOf(context, clientId);
    if (CONTACT_INFO) await keepAnswer(context, clientId, 'CONTACT_INFO', { ...CONTACT_INFO, email });
    await redraftOffers(context, clientId);
    return { clientId, findings: [] };
  },
});
