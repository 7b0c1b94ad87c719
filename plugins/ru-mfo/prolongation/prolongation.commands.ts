import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { type ContractRecord, lockContractWithApplication, readCourse, replaceSchedule } from '../../../modules/contracts';
import { type DocumentRecord, lockDocument, markSent, markSigned } from '../../../modules/documents';
import { findingOf, formFinding, uphold } from '../../../modules/rules';
import { recordSignature } from '../../../modules/signatures';
import { Decimal } from '../../../schema/base';
import { changeEvents, tellChange } from '../account-request/change-events';
import { channelOf, requireRules, requireRunning, rulesOfContract } from '../account-request/judge';
import { type RunningState, runningState } from '../account-request/ledger-facts';
import { isProfileChanged, requestClosed, requestNotFound } from '../account-request/money-request';
import type { ProlongationAction } from '../account-request/request-status';
import { joinAddons } from '../addons/join-addons';
import { PLUGIN } from '../ids';
import { dutyOf, perform } from '../lenders';
import { clientSignature, PACKET_CODE, type SignedPacket, signPacket } from '../packet';
import { rules } from '../rule-set';
import { offerProlongation, publishAmendedTerms, voidProlongation } from './offer-prolongation';
import {
  findProlongation,
  type LockedProlongation,
  lockProlongationRow,
  openProlongationOfContract,
  prolongationsOfContract,
  setProlongationAccepted,
} from './prolongation.record';
import { prolongedTo } from './prolonged-terms';
import { PROLONGATION_ACCEPT, PROLONGATION_REQUEST } from './validators';

export interface RequestProlongation {
  readonly contractId: string;
  /** The button: «Продлить» or «Погасить». */
  readonly action: ProlongationAction;
  readonly days: number;
}

export interface ProlongationResult extends CommandResult {
  readonly prolongationId?: string;
}

/** The borrower asks to prolong a running contract; the lender's offer is formed at once and tells the interest that is to be paid. */
export const requestProlongation = defineCommand<RequestProlongation, ProlongationResult>({
  name: 'ruMfoRequestProlongation',
  plugin: PLUGIN,
  emits: changeEvents,
  async run({ contractId, action, days }, context) {
    const { contract, application } = await lockContractWithApplication(context, contractId);
    requireRunning(contract);
    const resolved = rulesOfContract(context, contract);
    const extendable = rules.read(resolved, 'term.extendable');
    if (!extendable?.value) throw new Refusal([formFinding('RU_MFO_PROLONGATION_NOT_PROVIDED', ['input', 'contractId'])]);
    const state = await runningState(context, contract);
    requireDays(days, state.originalTermDays);
    const extension = extensionOf(contract, context.today, days);
    requireRules(resolved, PROLONGATION_REQUEST, {
      requestAction: [action, 'REQUEST'],
      ...(await limitFacts(context, contract, state, extension)),
    });
    const [open] = await context.transaction.query(openProlongationOfContract, [contract.id]);
    if (open) await voidProlongation(context, contract, open);
    const offer = { application, contract, action, days, ledger: state.ledger, isInterestPaid: false };
    return { prolongationId: await offerProlongation(context, offer) };
  },
});

export interface SignProlongation {
  readonly prolongationId: string;
  readonly ceremonyId: string;
  readonly code: string;
}

/**
 * The borrower accepts the offer: the interest that was told is paid, the ticked documents are signed by the code that was sent for
 * them, and the amended terms with their schedule stand in the account.
 */
export const signProlongation = defineCommand<SignProlongation, ProlongationResult>({
  name: 'ruMfoSignProlongation',
  plugin: PLUGIN,
  emits: changeEvents,
  async run({ prolongationId, ceremonyId, code }, context) {
    const { contract, application, prolongation } = await lockProlongation(context, prolongationId);
    requireRunning(contract);
    if (channelOf(context, prolongation.clientId) !== 'PERSONAL_ACCOUNT')
      throw new Refusal([formFinding('RU_MFO_NOT_AUTHENTICATED', ['input', 'prolongationId'])]);
    const void_ = uphold(
      dutyOf(context.lender.code, 'request.superseded'),
      prolongation.status !== 'VOID',
      'RU_MFO_DRAFT_SUPERSEDED',
      {},
      { path: ['input', 'prolongationId'] },
    );
    if (void_) throw new Refusal([void_]);
    if (prolongation.status !== 'OFFERED') throw requestClosed('prolongationId', prolongation);
    const state = await runningState(context, contract);
    if (await isOutdated(context, prolongation, state)) {
      const next = await reofferProlongation(context, application, contract, prolongation);
      return { prolongationId: next, findings: [superseded(context)] };
    }
    requireRules(rulesOfContract(context, contract), PROLONGATION_ACCEPT, {
      interestUnpaid: [await unpaidOf(context, prolongation, contract, state), 'LEDGER'],
      ...(await limitFacts(context, contract, state, prolongation.days)),
    });
    const { signed, findings } = await signPacket(context, { packetId: prolongation.packetId, ceremonyId, code });
    if (!signed) return { findings };
    const [clause] = perform(context.lender.code, 'prolongation.signed');
    await joinServices(context, application, prolongation, signed, ceremonyId);
    for (const { documentId } of signed.documents) await markSent(context, documentId);
    const { sha256 } = await lockDocument(context, prolongation.documentId);
    const signature = clientSignature(signed.identifier, sha256);
    await publishAmendedTerms(context, contract, prolongation, state.ledger.principal, signature);
    for (const duty of ['schedule.changed', 'schedule.kept'] as const) perform(context.lender.code, duty);
    await replaceSchedule(context, contract, { terms: prolongation.terms, cause: 'PROLONGATION', reference: prolongationId });
    await context.transaction.query(setProlongationAccepted, [prolongationId, new Date(context.now.epochMilliseconds)]);
    tellChange(context, 'RuMfoProlongation', contract, { id: prolongationId, from: 'OFFERED', to: 'ACCEPTED', clause });
    return { prolongationId };
  },
});

/** A prolongation with its contract and application, all locked. @throws Refusal RU_MFO_REQUEST_NOT_FOUND */
export async function lockProlongation(
  context: CommandContext,
  prolongationId: string,
): Promise<{ readonly contract: ContractRecord; readonly application: ApplicationRecord; readonly prolongation: LockedProlongation }> {
  const [found] = await context.transaction.query(findProlongation, [prolongationId]);
  if (!found) throw requestNotFound('prolongationId');
  const locked = await lockContractWithApplication(context, found.contractId);
  const [prolongation] = await context.transaction.query(lockProlongationRow, [prolongationId]);
  return { ...locked, prolongation: prolongation! };
}

/** Makes an offer void and forms another one on the same wish, from the profile and the debt of now. Answers its id. */
export async function reofferProlongation(
  context: CommandContext,
  application: ApplicationRecord,
  contract: ContractRecord,
  prolongation: LockedProlongation,
): Promise<string> {
  await voidProlongation(context, contract, prolongation);
  const state = await runningState(context, contract);
  const unpaid = await unpaidOf(context, prolongation, contract, state);
  const isInterestPaid = !new Decimal(prolongation.interestTold).isZero() && unpaid.isZero();
  // The new last day that was wished stays, as long as it is a day to come.
  const begins = prolongedTo(contract.terms, context.today, 0);
  const days = Math.max(1, begins.until(Temporal.PlainDate.from(prolongation.toDueOn)).days);
  const { action } = prolongation;
  return offerProlongation(context, { application, contract, action, days, ledger: state.ledger, isInterestPaid });
}

/** Of the interest that was told, what is still to be paid: less what came in since. */
export async function unpaidOf(
  context: CommandContext,
  { interestTold, paidBefore }: Pick<LockedProlongation, 'interestTold' | 'paidBefore'>,
  contract: ContractRecord,
  { ledger }: RunningState,
): Promise<Decimal> {
  const { payments } = await readCourse(context, contract);
  const since = payments.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).minus(paidBefore);
  return Decimal.max(0, Decimal.min(ledger.interest, new Decimal(interestTold).minus(since)));
}

async function limitFacts(context: CommandContext, contract: ContractRecord, state: RunningState, extensionDays: number) {
  const resolved = rulesOfContract(context, contract);
  const uncounted = rules.read(resolved, 'prolongation.uncountedDays')?.value ?? 0;
  const earlier = await context.transaction.query(prolongationsOfContract, [contract.id]);
  const counted = earlier.filter(({ status, days }) => status === 'ACCEPTED' && days > uncounted);
  const { kind } = await readClient(context, contract.clientId);
  return {
    requestChannel: [channelOf(context, contract.clientId), 'SESSION'],
    originalTermDays: [state.originalTermDays, 'CONTRACT'],
    extensionDays: [extensionDays, 'REQUEST'],
    countedProlongations: [counted.length, 'PROLONGATIONS'],
    borrowerType: [kind === 'INDIVIDUAL' ? 'NATURAL_PERSON' : kind, 'CLIENT'],
  } as const;
}

/** By how many days the last day of the contract moves. */
const extensionOf = ({ terms }: ContractRecord, today: Temporal.PlainDate, days: number): number =>
  Temporal.PlainDate.from(terms.dueOn).until(prolongedTo(terms, today, days)).days;

/** The offer rests on the profile and on the debt: another profile or another principal is another offer. */
async function isOutdated(context: CommandContext, prolongation: LockedProlongation, { ledger }: RunningState): Promise<boolean> {
  const planned = prolongation.terms.schedule.reduce((sum, { principal }) => sum.plus(principal), new Decimal(0));
  return !planned.eq(ledger.principal) || isProfileChanged(context, prolongation.clientId, prolongation.profileDigest);
}

/** Services whose boxes were ticked are joined at the moment of the code; their applications are signed with the agreement. */
async function joinServices(
  context: CommandContext,
  application: ApplicationRecord,
  { id, clientId }: LockedProlongation,
  signed: NonNullable<SignedPacket['signed']>,
  ceremonyId: string,
): Promise<void> {
  const inPacket = new Set(signed.documents.map(({ documentId }) => documentId));
  const sign = async (document: DocumentRecord) => {
    if (inPacket.has(document.id)) return;
    await recordSignature(context, {
      documentId: document.id,
      shownSha256: document.sha256,
      signer: { kind: 'CLIENT', id: clientId },
      method: PACKET_CODE,
      ceremonyId,
      identifier: clientSignature(signed.identifier, document.sha256),
      evidence: { act: 'SIGN', ceremony: signed.identifier, session: context.caller.sessionId },
    });
    await markSigned(context, document.id);
  };
  const codeEnteredAt = new Date(context.now.epochMilliseconds);
  await joinAddons(context, { application, occasionId: id, codeEnteredAt, pressed: false, changed: false, sign });
}

const superseded = (context: CommandContext) =>
  findingOf('RU_MFO_DRAFT_SUPERSEDED', dutyOf(context.lender.code, 'request.superseded'), {}, { path: ['input', 'prolongationId'] });

/** A contract is prolonged by at most the term that it was made for: the offer repeats its terms. */
function requireDays(days: number, max: number): void {
  if (Number.isInteger(days) && days >= 1 && days <= max) return;
  throw new Refusal([formFinding('RU_MFO_PROLONGATION_DAYS_INVALID', ['input', 'days'], { max })]);
}
