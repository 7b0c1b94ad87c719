import { lockApplication } from '../../../modules/applications';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { type Finding, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { PLUGIN } from '../ids';
import { acceptedTerms, reofferTerms } from '../lifecycle/offer';
import { rulesToday } from '../lifecycle/resolve';
import { aboveChargesCap } from '../prolongation/planned-charges';
import { rules } from '../rule-set';
import { ceilings } from '../validators';
import { type AddonRecord, readAddonsOfOccasion, setAddonChosen, setAddonDeclined, setAddonUnchosen } from './addon.record';
import { ADDON_CHANGED, tellAddon } from './addon-events';
import { undisclosed } from './addon-rules';
import { type AddonOccasion, addonsOf } from './addon-service';

export interface TickAddon {
  readonly applicationId: string;
  /** The prolongation that it is offered with; null for the loan itself. */
  readonly prolongationId: string | null;
  /** Code of the service. */
  readonly code: string;
  /** False takes the tick, or the wish to be offered it, back. */
  readonly ticked: boolean;
}

export interface TickedAddon extends CommandResult {
  readonly applicationId?: string;
}

const COMMAND_EVENTS = [ADDON_CHANGED, 'DocumentStatusChanged'];

/**
 * The client ticks a service that was offered with the terms, or takes the tick back: the terms are formed anew with its price
 * in their full cost. A tick is the client's own; a wish that would break a ceiling may also be dropped by an officer.
 */
export const tickAddon = defineCommand<TickAddon, TickedAddon>({
  name: 'ruMfoTickAddon',
  plugin: PLUGIN,
  emits: COMMAND_EVENTS,
  async run({ applicationId, prolongationId, code, ticked }, context) {
    const application = await lockApplication(context, applicationId);
    if (ticked && context.caller.kind !== 'CLIENT') throw new Refusal([formFinding('RU_MFO_ADDON_TICK_OF_CLIENT', ['input', 'ticked'])]);
    const addons = await context.transaction.query(readAddonsOfOccasion, [prolongationId ?? applicationId]);
    const addon = addons.find((one) => one.code === code && one.applicationId === applicationId);
    const occasion = prolongationId ? 'PROLONGATION' : 'LOAN';
    if (ticked) await choose(context, addon, code, occasion);
    else await unchoose(context, addon);
    if (ticked && prolongationId) {
      const above = await aboveChargesCap(context, prolongationId, await chosenPrice(context, prolongationId));
      if (above.length > 0) throw new Refusal(above);
    }
    if (!prolongationId && application.status === 'OFFERED') {
      const above = await aboveCeilings(context, applicationId);
      if (ticked && above.length > 0) throw new Refusal(above);
      await reofferTerms(context, application);
    }
    return { applicationId, findings: [] };
  },
});

async function choose(context: CommandContext, addon: AddonRecord | undefined, code: string, occasion: AddonOccasion): Promise<void> {
  const resolved = rulesToday(context);
  const service = addonsOf(context.lender.code, context.today, occasion).find((one) => one.code === code);
  const hidden = service && undisclosed(resolved, occasion, service);
  if (hidden) throw new Refusal([hidden]);
  // Where two buttons accept the terms, the button chooses.
  const byButton = occasion === 'LOAN' && rules.read(resolved, 'acceptance.choices') !== null;
  if (addon?.status !== 'OFFERED' || byButton)
    throw new Refusal([formFinding('RU_MFO_ADDON_NOT_OFFERED', ['input', 'code'], { service: code })]);
  await context.transaction.query(setAddonChosen, [addon.id, new Date(context.now.epochMilliseconds)]);
  tellAddon(context, addon, 'CHOSEN');
}

async function unchoose(context: CommandContext, addon: AddonRecord | undefined): Promise<void> {
  if (addon?.status === 'WISHED') {
    await context.transaction.query(setAddonDeclined, [addon.id]);
    tellAddon(context, addon, 'DECLINED');
    return;
  }
  if (addon?.status !== 'CHOSEN') throw new Refusal([formFinding('RU_MFO_ADDON_NOT_CHOSEN', ['input', 'code'])]);
  await context.transaction.query(setAddonUnchosen, [addon.id]);
  tellAddon(context, addon, 'OFFERED');
}

/** What the services cost that are ticked so far beside one loan or prolongation. */
async function chosenPrice(context: CommandContext, occasionId: string): Promise<Decimal> {
  const addons = await context.transaction.query(readAddonsOfOccasion, [occasionId]);
  return addons.reduce((sum, { status, price }) => (status === 'CHOSEN' ? sum.plus(price!) : sum), new Decimal(0));
}

/** What of the terms with the services ticked so far law does not allow: full cost, charges. */
async function aboveCeilings(context: CommandContext, applicationId: string): Promise<readonly Finding[]> {
  const terms = await acceptedTerms(context, applicationId);
  const resolved = rulesToday(context);
  const facts = rules.factSet({
    decidedAmount: [new Decimal(terms.principal), 'DECISION'],
    decidedTermDays: [terms.termDays, 'DECISION'],
    fullCost: [new Decimal(terms.fullCost!.percent), 'CALCULATION'],
    charges: [new Decimal(terms.fullCost!.amount), 'CALCULATION'],
  });
  return toFindings(runValidators(ceilings, facts, resolved), resolved);
}
