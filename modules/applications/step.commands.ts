import { type Command, defineCommand } from '../commands';
import type { Transition } from './application-status';
import { guard } from './evaluate';
import { lifecycleEvents } from './lifecycle-events';
import type { ApplicationResult } from './start-application.command';
import { lockApplication, requireTransition, transition } from './transition';

export interface ApplicationStep {
  readonly applicationId: string;
}

/** A step that only moves the application along the table, if its plugin's rules of that stage let it. */
function step(name: string, by: Transition): Command<ApplicationStep, ApplicationResult> {
  return defineCommand<ApplicationStep, ApplicationResult>({
    name,
    emits: lifecycleEvents,
    async run({ applicationId }, context) {
      const application = await lockApplication(context, applicationId);
      await context.requirePlugin(application.pluginId, 'CONTINUE');
      requireTransition(application, by);
      const warnings = await guard(context, application, by);
      await transition(context, application, by);
      return { applicationId, findings: warnings };
    },
  });
}

/** The client sends the application to the lender. */
export const submitApplication = step('submitApplication', 'SUBMIT');

/** An officer takes the application into review. */
export const takeApplication = step('takeApplication', 'TAKE');

/** The client takes the application back before the contract is concluded. */
export const withdrawApplication = step('withdrawApplication', 'WITHDRAW');
