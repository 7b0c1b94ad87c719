import { defineExtensionPoint } from '../../schema/base';
import type { ApplicationRecord } from '../applications';
import type { CommandContext } from '../commands';

/** Where an application's money goes, as the client chose: the plugin knows the methods of its country. */
export interface PayoutDestination {
  of(context: CommandContext, application: ApplicationRecord): Promise<{ readonly method: string; readonly reference: string } | null>;
}

export const payoutDestination = defineExtensionPoint<PayoutDestination>('payments.destination');
