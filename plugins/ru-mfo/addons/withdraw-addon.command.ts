import { Temporal } from 'temporal-polyfill';
import { type ApplicationRecord, lockApplication } from '../../../modules/applications';
import { dayOf } from '../../../modules/calendar';
import { readClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { type ContractRecord, lockContractOfApplication } from '../../../modules/contracts';
import { formDocument, markSent } from '../../../modules/documents';
import { isMoneyOut, paymentEvents } from '../../../modules/payments';
import { formFinding, type ResolvedRules, resolveRules, uphold } from '../../../modules/rules';
import { PLUGIN } from '../ids';
import { rules } from '../rule-set';
import type { AddonAddressee } from './addon.entity';
import { type AddonRecord, applicationOfAddon, lockAddon, setAddonWithdrawn } from './addon.record';
import { ADDON_CHANGED, tellAddon } from './addon-events';
import { addonParams } from './addon-rules';
import { addonService } from './addon-service';
import { withdrawalRequest } from './documents';
import { refundAddon } from './refund-addon';
import { withdrawalTerm } from './withdrawal-term';

export interface WithdrawFromAddon {
  readonly addonId: string;
  readonly addressee: AddonAddressee;
  /** ISO 8601 day on which a request on paper came; by an officer only. */
  readonly madeOn: string | null;
  /** Number under which it was registered; by an officer only. */
  readonly reference: string | null;
}

export interface WithdrawnAddon extends CommandResult {
  readonly applicationId?: string;
}

/**
 * The client gives a joined service up by a written request within its term: from the own session, where the request is formed as a
 * document, or on paper, registered by an officer. What was paid for it goes back.
 */
export const withdrawFromAddon = defineCommand<WithdrawFromAddon, WithdrawnAddon>({
  name: 'ruMfoWithdrawFromAddon',
  plugin: PLUGIN,
  emits: [ADDON_CHANGED, 'DocumentStatusChanged', 'TransferStatusChanged', ...paymentEvents],
  async run(input, context) {
    const unknown = () => new Refusal([formFinding('RU_MFO_ADDON_NOT_FOUND', ['input', 'addonId'])]);
    const [found] = await context.transaction.query(applicationOfAddon, [input.addonId]);
    if (!found) throw unknown();
    const application = await lockApplication(context, found.applicationId);
    const contract = await lockContractOfApplication(context, application.id);
    const [addon] = await context.transaction.query(lockAddon, [input.addonId]);
    if (addon?.status !== 'JOINED' || !contract) throw unknown();
    const madeOn = dayOfRequest(context, addon, input);
    const { concludedOn } = contract;
    const resolved = resolveRules(
      context.extensions,
      PLUGIN,
      context.lender.code,
      concludedOn ? Temporal.PlainDate.from(concludedOn) : context.today,
    );
    requireAddressee(resolved, addon, input.addressee);
    const refund = await settleWithdrawal(context, resolved, contract, application, addon, madeOn);
    const document = input.reference === null ? await formRequest(context, contract, addon, input.addressee, madeOn) : null;
    const { addressee, reference } = input;
    await context.transaction.query(setAddonWithdrawn, [
      addon.id,
      madeOn.toString(),
      addressee,
      reference,
      document,
      refund.toDebt,
      refund.toClient,
    ]);
    tellAddon(context, addon, 'WITHDRAWN');
    context.audit({ addon: addon.id, addressee, madeOn: madeOn.toString() });
    return { applicationId: application.id };
  },
});

/** A client's own request is of today; one on paper is of the day on which it came, under its number. */
function dayOfRequest(context: CommandContext, addon: AddonRecord, { madeOn, reference }: WithdrawFromAddon): Temporal.PlainDate {
  if (context.caller.kind === 'CLIENT') {
    if (madeOn !== null || reference !== null) throw new Refusal([formFinding('RU_MFO_ADDON_WITHDRAWAL_PAPER', ['input', 'reference'])]);
    return context.today;
  }
  if (!reference?.trim()) throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'reference'], { field: 'reference' })]);
  const day = madeOn ? Temporal.PlainDate.from(madeOn) : context.today;
  const early = Temporal.PlainDate.compare(day, dayOfJoining(context, addon)) < 0;
  if (early || Temporal.PlainDate.compare(day, context.today) > 0)
    throw new Refusal([formFinding('RU_MFO_ADDON_WITHDRAWAL_DAY', ['input', 'madeOn'], { madeOn: day.toString() })]);
  return day;
}

const dayOfJoining = (context: CommandContext, { joinedAt }: AddonRecord) =>
  dayOf(Temporal.Instant.fromEpochMilliseconds(joinedAt!.getTime()), context.lender.zone);

function requireAddressee(resolved: ResolvedRules, addon: AddonRecord, addressee: AddonAddressee): void {
  const accepted = rules.read(resolved, addonParams[addon.occasion].addressees);
  const wrong =
    accepted &&
    uphold(
      accepted.citations,
      accepted.value.includes(addressee),
      'RU_MFO_ADDON_WITHDRAWAL_ADDRESSEE',
      { accepted: accepted.value.join(', ') },
      { path: ['input', 'addressee'] },
    );
  if (wrong) throw new Refusal([wrong]);
}

/** Before the conclusion nothing was paid and the service simply ends; after it the term binds and the price goes back. */
async function settleWithdrawal(
  context: CommandContext,
  resolved: ResolvedRules,
  contract: ContractRecord,
  application: ApplicationRecord,
  addon: AddonRecord,
  madeOn: Temporal.PlainDate,
): Promise<{ readonly toDebt: string; readonly toClient: string }> {
  const none = { toDebt: '0.00', toClient: '0.00' };
  if (contract.concludedOn === null) {
    if (await isMoneyOut(context, contract.id)) throw new Refusal([formFinding('RU_MFO_TRANSFER_UNDER_WAY')]);
    return none;
  }
  // A service of a prolongation is a contract of its own: its term runs from its own day.
  const from = addon.occasion === 'LOAN' ? Temporal.PlainDate.from(contract.concludedOn) : dayOfJoining(context, addon);
  const term = withdrawalTerm(resolved, addon.occasion);
  if (!term) throw new Refusal([formFinding('RU_MFO_ADDON_WITHDRAWAL_NOT_PROVIDED', ['input', 'addonId'])]);
  const lastDay = from.add({ days: term.days });
  const late = uphold(term.citations, Temporal.PlainDate.compare(madeOn, lastDay) <= 0, 'RU_MFO_ADDON_WITHDRAWAL_EXPIRED', {
    lastDay: lastDay.toString(),
    madeOn: madeOn.toString(),
  });
  if (late) throw new Refusal([late]);
  if (!addon.chargedAt) return none;
  const { toDebt, toClient } = await refundAddon(context, resolved, contract, application, addon);
  return { toDebt: toDebt.toFixed(2), toClient: toClient.toFixed(2) };
}

async function formRequest(
  context: CommandContext,
  contract: ContractRecord,
  addon: AddonRecord,
  addressee: AddonAddressee,
  madeOn: Temporal.PlainDate,
): Promise<string> {
  const { familyName, givenName, patronymic } = (await readClient(context, addon.clientId)).profile;
  const service = addonService(context.lender.code, addon.code);
  const document = await formDocument(context, {
    plugin: PLUGIN,
    template: withdrawalRequest,
    values: {
      contractNumber: contract.number,
      madeOn: madeOn.toString(),
      client: [familyName, givenName, patronymic].filter(Boolean).join(' '),
      addressee: addressee === 'LENDER' ? context.lender.legalName : (service?.provider ?? 'Страховщику'),
      service: service?.title.ru ?? addon.code,
      price: addon.price!,
    },
    clientId: addon.clientId,
    applicationId: addon.applicationId,
    contractId: contract.id,
    editionId: contract.editionId,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });
  await markSent(context, document.id);
  return document.id;
}
