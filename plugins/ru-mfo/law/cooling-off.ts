import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, defineCommand } from '../../../modules/commands';
import { lockContractOfApplication } from '../../../modules/contracts';
import { type DeadlineKind, type DeadlineResult, startDeadline } from '../../../modules/deadlines';
import { Decimal } from '../../../schema/base';
import { PLUGIN } from '../ids';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { coolingOffHours } from './validators';

export const COOLING_OFF = 'ru-mfo/cooling-off';

/** Time that must run out between the signing and the transfer: when it is due it is met. */
export const coolingOffTerm: DeadlineKind = {
  kind: COOLING_OFF,
  plugin: PLUGIN,
  description: {
    en: 'Cooling-off time before the money is transferred',
    ru: 'Период охлаждения до передачи денег',
    be: 'Перыяд астывання да перадачы грошай',
  },
  clause: null,
  onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
    name: `job:${COOLING_OFF}`,
    emits: [],
    run: async () => ({ outcome: 'MET' }),
  }),
};

/** Starts the cooling-off time of a loan that was signed just now, where its sum is large enough. */
export async function startCoolingOff(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const resolved = rulesToday(context);
  const from = rules.read(resolved, 'coolingOff.from');
  const hours = rules.read(resolved, 'coolingOff.hours');
  const longAbove = rules.read(resolved, 'coolingOff.longAbove');
  const longHours = rules.read(resolved, 'coolingOff.longHours');
  const contract = await lockContractOfApplication(context, application.id);
  if (!contract) return;
  const amount = new Decimal(contract.terms.principal);
  const wait = coolingOffHours(amount, {
    from: from?.decimal,
    hours: hours?.value,
    longAbove: longAbove?.decimal,
    longHours: longHours?.value,
  });
  const bound = longAbove && amount.gt(longAbove.decimal) ? longHours : hours;
  if (wait === 0 || !bound) return;
  await startDeadline(context, {
    kind: COOLING_OFF,
    subject: { type: 'Application', id: application.id },
    application,
    dueAt: context.now.add({ hours: wait }),
    clause: bound.citations[0]!.clause,
    ...(resolved.edition ? { editionId: resolved.edition.id } : {}),
  });
}
