import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { type ContractRecord, type LedgerState, readCourse } from '../../../modules/contracts';
import { type DocumentRecord, formDocument } from '../../../modules/documents';
import { notify } from '../../../modules/notifications';
import { type ResolvedRules, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { tellChange } from '../account-request/change-events';
import { rulesOfContract } from '../account-request/judge';
import { newRequestId } from '../account-request/money-request';
import { profileDigest } from '../account-request/profile-digest';
import type { ProlongationAction } from '../account-request/request-status';
import { declineAddons } from '../addons/join-addons';
import { offerAddons } from '../addons/offer-addons';
import { PLUGIN } from '../ids';
import { dutyOf, perform } from '../lenders';
import { borrowerLines, borrowerOf, formPacket, voidPackets } from '../packet';
import { rules } from '../rule-set';
import { agreedVersion } from '../tranches/next-payment';
import { ProlongationEntity } from './prolongation.entity';
import { type ProlongationRecord, setProlongationVoid } from './prolongation.record';
import { amendedTerms, type ProlongationData, supplementaryAgreement } from './prolongation-documents';
import { prolongedTerms } from './prolonged-terms';

export interface ProlongationOffer {
  readonly application: ApplicationRecord;
  readonly contract: ContractRecord;
  readonly action: ProlongationAction;
  /** Days asked for. */
  readonly days: number;
  /** Balances of today. */
  readonly ledger: LedgerState;
  /** Whether the interest that an earlier offer told was paid: what is left then is paid by the schedule. */
  readonly isInterestPaid: boolean;
}

/**
 * Forms the lender's offer from the profile and the terms that were agreed, tells the interest that is to be paid, and puts the
 * documents together that one code signs. Answers the prolongation's id.
 */
export async function offerProlongation(context: CommandContext, offer: ProlongationOffer): Promise<string> {
  const { application, contract, action, days, ledger, isInterestPaid } = offer;
  const resolved = rulesOfContract(context, contract);
  const { versions, payments } = await readCourse(context, contract);
  const agreed = agreedVersion(versions).terms;
  const interestPaidApart = rules.read(resolved, 'prolongation.interestPaid')?.value ?? false;
  const interest = interestPaidApart && !isInterestPaid ? ledger.interest : new Decimal(0);
  const room = roomUnderCap(resolved, agreed.termDays, ledger);
  const terms = prolongedTerms({ terms: agreed, ledger, on: context.today, days, carriedInterest: ledger.interest.minus(interest), room });
  const missing = uphold(dutyOf(context.lender.code, 'schedule.changed'), terms.schedule.length > 0, 'RU_MFO_SCHEDULE_MISSING');
  if (missing) throw new Refusal([missing]);

  const id = newRequestId(context);
  const interestTold = interest.toFixed(2);
  const borrower = await borrowerOf(context, contract.clientId);
  const data = {
    ...(await commonData(context, contract)),
    fromDueOn: agreed.dueOn,
    terms,
    principalOwed: ledger.principal.toFixed(2),
    interestToPay: interestPaidApart ? interestTold : null,
    signature: null,
  };
  const [formed] = perform(context.lender.code, 'prolongation.formed');
  const agreement = await formForContract(context, contract, supplementaryAgreement, data);
  const sale = { application, occasion: 'PROLONGATION' as const, occasionId: id, principal: ledger.principal, changed: false };
  const addons = (await offerAddons(context, sale)).filter(({ status }) => status === 'OFFERED');
  const packetId = await formPacket(context, {
    kind: 'ADDENDUM',
    clientId: contract.clientId,
    contractId: contract.id,
    parts: [
      { document: agreement, required: true },
      ...addons.flatMap(({ requestDocumentId }) => (requestDocumentId ? [{ document: { id: requestDocumentId }, required: false }] : [])),
    ],
  });
  await tellInterest(context, contract, terms.dueOn, interestPaidApart ? interestTold : null);
  await context.transaction.insert(ProlongationEntity, {
    lenderId: context.lender.id,
    id,
    contractId: contract.id,
    clientId: contract.clientId,
    status: 'OFFERED',
    action,
    days: Temporal.PlainDate.from(agreed.dueOn).until(Temporal.PlainDate.from(terms.dueOn)).days,
    fromDueOn: agreed.dueOn,
    toDueOn: terms.dueOn,
    interestTold,
    paidBefore: payments.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed(2),
    terms,
    packetId,
    documentId: agreement.id,
    profileDigest: profileDigest(context, borrower),
    requestedAt: new Date(context.now.epochMilliseconds),
  });
  tellChange(context, 'RuMfoProlongation', contract, { id, from: null, to: 'OFFERED', clause: formed });
  return id;
}

/** Takes an offer back that nobody accepted, with its documents and what was offered beside it. */
export async function voidProlongation(
  context: CommandContext,
  contract: ContractRecord,
  { id }: Pick<ProlongationRecord, 'id'>,
): Promise<void> {
  await declineAddons(context, id);
  await voidPackets(context, { contractId: contract.id }, 'ADDENDUM');
  await context.transaction.query(setProlongationVoid, [id]);
  tellChange(context, 'RuMfoProlongation', contract, { id, from: 'OFFERED', to: 'VOID' });
}

/** The accepted offer in the form of the terms that now stand, published in the account. */
export async function publishAmendedTerms(
  context: CommandContext,
  contract: ContractRecord,
  { terms, fromDueOn }: Pick<ProlongationRecord, 'terms' | 'fromDueOn'>,
  principalOwed: Decimal,
  signature: string,
): Promise<DocumentRecord> {
  perform(context.lender.code, 'prolongation.published');
  const data = { ...(await commonData(context, contract)), fromDueOn, terms, interestToPay: null, signature };
  return formForContract(context, contract, amendedTerms, { ...data, principalOwed: principalOwed.toFixed(2) });
}

async function commonData(context: CommandContext, contract: ContractRecord) {
  return {
    contract: contract.number,
    concludedOn: contract.concludedOn!,
    formedOn: context.today.toString(),
    lender: context.lender.legalName,
    borrower: borrowerLines(await borrowerOf(context, contract.clientId)),
  };
}

const formForContract = (
  context: CommandContext,
  contract: ContractRecord,
  template: typeof supplementaryAgreement,
  values: ProlongationData,
): Promise<DocumentRecord> =>
  formDocument(context, {
    plugin: PLUGIN,
    template,
    values,
    clientId: contract.clientId,
    applicationId: contract.applicationId,
    contractId: contract.id,
    editionId: contract.editionId,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });

/** What law lets be charged on a loan beside what was charged already; null for loans that its cap does not reach. */
function roomUnderCap(resolved: ResolvedRules, termDays: number, { charged, provided }: LedgerState): Decimal | null {
  const max = rules.read(resolved, 'charges.max');
  const upTo = rules.read(resolved, 'charges.upToDays');
  if (!max || !upTo || termDays > upTo.value) return null;
  const all = charged.interest.plus(charged.penalty).plus(charged.cost);
  return Decimal.max(0, provided.mul(max.decimal).div(100).minus(all).toDecimalPlaces(2, Decimal.ROUND_DOWN));
}

/** The client is told what to pay before the offer is accepted. */
async function tellInterest(context: CommandContext, contract: ContractRecord, dueOn: string, interest: string | null): Promise<void> {
  if (interest === null) return;
  const [clause] = perform(context.lender.code, 'prolongation.told');
  await notify(context, {
    clientId: contract.clientId,
    applicationId: contract.applicationId,
    kind: 'PROLONGATION_INTEREST',
    channel: 'CABINET',
    text: `Для продления договора № ${contract.number} до ${dueOn} оплатите начисленные проценты: ${interest} руб.`,
    ...(clause ? { clause } : {}),
  });
}
