import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { lockContractOfApplication, post } from '../../../modules/contracts';
import { type DocumentRecord, lockDocument, voidDocument } from '../../../modules/documents';
import { type Finding, uphold } from '../../../modules/rules';
import { dutyOf, perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { type AddonRecord, readAddonsOfOccasion, setAddonCharged, setAddonChosen, setAddonDeclined, setAddonJoined } from './addon.record';
import { tellAddon } from './addon-events';
import { notOptedIn } from './addon-rules';

export interface Joining {
  readonly application: Pick<ApplicationRecord, 'id' | 'clientId'>;
  /** The application, or the prolongation, with which the services are sold. */
  readonly occasionId: string;
  /** When the client entered the code: the date of joining. */
  readonly codeEnteredAt: Date;
  /** The button with the services was pressed: what was wished and offered is chosen by it. */
  readonly pressed: boolean;
  /** Whether the offer was made on other terms than applied for. */
  readonly changed: boolean;
  /** Signs a service's application, where no packet has signed it. */
  readonly sign?: (document: DocumentRecord) => Promise<void>;
}

/**
 * The client signed: services that were ticked, or come with the pressed button, are joined at the moment of the code,
 * the others are declined. @throws Refusal RU_MFO_ADDON_DISCLOSURE_MISSING where memo or application cannot be read
 */
export async function joinAddons(context: CommandContext, joining: Joining): Promise<readonly AddonRecord[]> {
  const joined: AddonRecord[] = [];
  for (const addon of await context.transaction.query(readAddonsOfOccasion, [joining.occasionId])) {
    const pressed = joining.pressed && addon.status === 'OFFERED' && addon.wishedAt !== null;
    if (pressed || addon.status === 'CHOSEN') {
      await joinOne(context, joining, addon, pressed);
      joined.push(addon);
    } else if (addon.status === 'OFFERED' || addon.status === 'WISHED') {
      await decline(context, addon);
    }
  }
  return joined;
}

async function joinOne(context: CommandContext, joining: Joining, addon: AddonRecord, pressed: boolean): Promise<void> {
  const at = new Date(context.now.epochMilliseconds);
  if (pressed) await context.transaction.query(setAddonChosen, [addon.id, at]);
  const refused =
    notOptedIn(rulesToday(context), { ...addon, chosenAt: pressed ? at : addon.chosenAt }) ??
    (await unreadable(context, addon, joining.changed));
  if (refused) throw new Refusal([refused]);
  if (joining.sign) await joining.sign(await lockDocument(context, addon.requestDocumentId!));
  perform(context.lender.code, 'addon.joinedAtCode');
  await context.transaction.query(setAddonJoined, [addon.id, joining.codeEnteredAt]);
  tellAddon(context, addon, 'JOINED');
  if (addon.occasion === 'PROLONGATION') await chargeToDebt(context, joining.application.id, { ...addon, chosenAt: addon.chosenAt ?? at });
}

/** A running loan pays for a service by its debt: the price becomes a cost that the next payment covers. */
async function chargeToDebt(context: CommandContext, applicationId: string, addon: AddonRecord): Promise<void> {
  const contract = await lockContractOfApplication(context, applicationId);
  if (!contract) throw new Error(`Application ${applicationId} has no contract to prolong.`);
  const lines = [{ component: 'COST' as const, amount: addon.price! }];
  await post(context, contract, { cause: 'FEE', reference: addon.id, on: context.today, lines });
  await chargeAddon(context, addon, `FEE:${addon.id}`);
}

/** Memo and application must have been there to read and download before anybody joins. */
async function unreadable(context: CommandContext, addon: AddonRecord, changed: boolean): Promise<Finding | null> {
  const ids = [addon.memoDocumentId, addon.requestDocumentId];
  const documents = await Promise.all(ids.map(async (id) => (id ? lockDocument(context, id) : null)));
  const readable = documents.every((document) => document && document.status !== 'DRAFT' && document.status !== 'VOID');
  const duty = dutyOf(context.lender.code, changed ? 'insurance.documentsChanged' : 'insurance.documents');
  return uphold(duty, readable, 'RU_MFO_ADDON_DISCLOSURE_MISSING', { service: addon.code, missing: 'TERMS' });
}

async function decline(context: CommandContext, addon: AddonRecord): Promise<void> {
  for (const id of [addon.memoDocumentId, addon.requestDocumentId]) {
    if (id && (await lockDocument(context, id)).status === 'PUBLISHED') await voidDocument(context, id);
  }
  await context.transaction.query(setAddonDeclined, [addon.id]);
  tellAddon(context, addon, 'DECLINED');
}

/** What was offered and not paid for is over, with its offer. */
export async function declineAddons(context: CommandContext, occasionId: string): Promise<void> {
  const open = ['WISHED', 'OFFERED', 'CHOSEN', 'JOINED'];
  for (const addon of await context.transaction.query(readAddonsOfOccasion, [occasionId]))
    if (open.includes(addon.status) && !addon.chargedAt) await decline(context, addon);
}

/**
 * Takes the price of a service. `cause` says by what it was paid, e.g. `transfer:<id>`: withheld from that transfer.
 * @throws Refusal RU_MFO_ADDON_NOT_OPTED_IN for one that the client has not ticked; nothing happens twice
 */
export async function chargeAddon(context: CommandContext, addon: AddonRecord, cause: string): Promise<void> {
  const refused = notOptedIn(rulesToday(context), addon);
  if (refused) throw new Refusal([refused]);
  if (addon.chargedAt) return;
  await context.transaction.query(setAddonCharged, [addon.id, new Date(context.now.epochMilliseconds), cause]);
}
