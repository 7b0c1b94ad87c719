import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { type ContractRecord, lockContractWithApplication } from '../../../modules/contracts';
import { orderMoney } from '../../../modules/payments';
import { findingOf, formFinding, uphold } from '../../../modules/rules';
import { changeEvents, tellChange } from '../account-request/change-events';
import { channelOf, requireRules, requireRunning, rulesOfContract } from '../account-request/judge';
import { runningState } from '../account-request/ledger-facts';
import {
  formMoneyRequest,
  isProfileChanged,
  newRequestId,
  requestClosed,
  requestNotFound,
  voidRequestDocument,
} from '../account-request/money-request';
import { openPayout, type RequestPayout, restatePayout, sealPayout } from '../account-request/payout';
import { topUpApplication } from '../account-request/request-documents';
import { signRequest } from '../account-request/sign-request';
import type { PayoutMethod } from '../application/loan-application.entity';
import { requireOpenAccount } from '../compromise/require-open-account';
import { PLUGIN, TOP_UP_PURPOSE } from '../ids';
import { dutyOf, perform } from '../lenders';
import { rules } from '../rule-set';
import { amountOf } from '../tranches/tranche.commands';
import { TopUpEntity } from './top-up.entity';
import { type LockedTopUp, topUpRecords } from './top-up.record';
import { TOP_UP, TOP_UP_LAW, TOP_UP_PAYOUT, TOP_UP_SIGN } from './validators';

export interface RequestTopUp {
  readonly contractId: string;
  /** Decimal string, roubles; null where none was chosen on the calculator. */
  readonly amount: string | null;
  readonly payout: RequestPayout;
}

export interface TopUpResult extends CommandResult {
  readonly topUpId?: string;
}

/** The borrower asks for an additional sum («Получить дополнительную сумму»): its application is formed and can be read and signed. */
export const requestTopUp = defineCommand<RequestTopUp, TopUpResult>({
  name: 'ruMfoRequestTopUp',
  plugin: PLUGIN,
  emits: changeEvents,
  async run({ contractId, amount, payout }, context) {
    const { contract } = await lockContractWithApplication(context, contractId);
    const running = uphold(
      dutyOf(context.lender.code, 'topUp.started'),
      contract.pluginId === PLUGIN && contract.status === 'ACTIVE',
      'RU_MFO_CONTRACT_NOT_FOUND',
      { status: contract.status },
      { path: ['input', 'contractId'] },
    );
    if (running) throw new Refusal([running]);
    const resolved = rulesOfContract(context, contract);
    if (!rules.read(resolved, 'topUp.channels'))
      throw new Refusal([formFinding('RU_MFO_PRODUCT_NOT_OFFERED', ['input', 'contractId'], { product: 'TOP_UP' })]);
    const state = await runningState(context, contract);
    requireRules(resolved, TOP_UP, {
      requestChannel: [channelOf(context, contract.clientId), 'SESSION'],
      requestFields: [[...(amount ? ['AMOUNT'] : []), ...(payout.payoutMethod ? ['PAYOUT_METHOD'] : [])], 'REQUEST'],
      originalTermDays: [state.originalTermDays, 'CONTRACT'],
    });
    const sum = amountOf(amount);
    requireRules(resolved, TOP_UP_LAW, { principalDebt: [state.principalOfClient.plus(sum), 'CONTRACTS'] });
    requireTimeLeft(state.daysToEnd);
    const id = newRequestId(context);
    const sealed = sealPayout(context, 'top_up', id, payout);
    const [draft] = await context.transaction.query(topUpRecords.draftOfContract, [contract.id]);
    if (draft) await voidTopUp(context, contract, draft);
    await draftTopUp(context, contract, id, { amount: sum.toFixed(2), ...sealed });
    return { topUpId: id };
  },
});

export interface SignTopUp {
  readonly topUpId: string;
  /** SHA-256 of the application that the borrower read, hexadecimal. */
  readonly documentSha256: string;
  readonly ceremonyId: string;
  readonly code: string;
}

/** The borrower signs and sends the application for an additional sum by the code that was sent for it. */
export const signTopUp = defineCommand<SignTopUp, TopUpResult>({
  name: 'ruMfoSignTopUp',
  plugin: PLUGIN,
  emits: changeEvents,
  async run({ topUpId, documentSha256, ceremonyId, code }, context) {
    const { contract, topUp } = await lockTopUp(context, topUpId);
    requireRunning(contract);
    requireOpenTopUp(context, topUp);
    if (await isProfileChanged(context, contract.clientId, topUp.profileDigest)) {
      const next = await redraftTopUp(context, contract, topUp);
      return { topUpId: next, findings: [superseded(context)] };
    }
    const resolved = rulesOfContract(context, contract);
    const citations = rules.read(resolved, 'topUp.codeChannels')?.citations ?? [];
    const request = { documentId: topUp.documentId, clientId: topUp.clientId, documentSha256, ceremonyId, code, citations };
    const { signed, findings } = await signRequest(context, request, (channel) =>
      requireRules(resolved, TOP_UP_SIGN, { requestCodeChannel: [channel, 'CEREMONY'] }),
    );
    if (!signed) return { findings };
    await context.transaction.query(topUpRecords.setSigned, [topUpId, 'SIGNED', new Date(context.now.epochMilliseconds)]);
    tellChange(context, 'RuMfoTopUp', contract, { id: topUpId, from: 'DRAFT', to: 'SIGNED', clause: citations[0]?.clause });
    return { topUpId };
  },
});

export interface PayTopUp {
  readonly topUpId: string;
  /** The way by which the officer orders the money; the application's unless said. */
  readonly payoutMethod: PayoutMethod | null;
}

/** The lender orders the money of a signed application, by the way that it names. */
export const payTopUp = defineCommand<PayTopUp, TopUpResult>({
  name: 'ruMfoPayTopUp',
  plugin: PLUGIN,
  emits: changeEvents,
  async run({ topUpId, payoutMethod }, context) {
    const { contract, topUp } = await lockTopUp(context, topUpId);
    requireRunning(contract);
    const state = await runningState(context, contract);
    requireRules(rulesOfContract(context, contract), TOP_UP_PAYOUT, {
      requestSigned: [topUp.signedAt !== null, 'REQUEST'],
      payoutMethod: [topUp.payoutMethod, 'REQUEST'],
      orderedMethod: [payoutMethod ?? topUp.payoutMethod, 'ORDER'],
      principalDebt: [state.principalOfClient.plus(topUp.amount), 'CONTRACTS'],
    });
    if (topUp.status !== 'SIGNED') throw requestClosed('topUpId', topUp);
    requireTimeLeft(state.daysToEnd);
    await requireOpenAccount(context, contract.clientId);
    await orderMoney(context, {
      purpose: TOP_UP_PURPOSE,
      reference: topUpId,
      amount: topUp.amount,
      currency: contract.terms.currency,
      contract,
      destination: { method: topUp.payoutMethod, reference: openPayout(context, 'top_up', topUpId, topUp.payoutEnc) },
    });
    await context.transaction.query(topUpRecords.setStatus, [topUpId, 'ORDERED']);
    tellChange(context, 'RuMfoTopUp', contract, { id: topUpId, from: 'SIGNED', to: 'ORDERED' });
    return { topUpId };
  },
});

/** The lender refuses a signed application before its money is ordered. */
export const refuseTopUp = defineCommand<{ readonly topUpId: string }, TopUpResult>({
  name: 'ruMfoRefuseTopUp',
  plugin: PLUGIN,
  emits: changeEvents,
  async run({ topUpId }, context) {
    const { contract, topUp } = await lockTopUp(context, topUpId);
    if (topUp.status !== 'SIGNED') throw requestClosed('topUpId', topUp);
    await context.transaction.query(topUpRecords.setStatus, [topUpId, 'REFUSED']);
    tellChange(context, 'RuMfoTopUp', contract, { id: topUpId, from: 'SIGNED', to: 'REFUSED' });
    return { topUpId };
  },
});

/** An additional sum with its contract, all locked. @throws Refusal RU_MFO_REQUEST_NOT_FOUND */
export async function lockTopUp(
  context: CommandContext,
  topUpId: string,
): Promise<{ readonly contract: ContractRecord; readonly topUp: LockedTopUp }> {
  const [found] = await context.transaction.query(topUpRecords.find, [topUpId]);
  if (!found) throw requestNotFound('topUpId');
  const { contract } = await lockContractWithApplication(context, found.contractId);
  const [topUp] = await context.transaction.query(topUpRecords.lock, [topUpId]);
  return { contract, topUp: topUp! };
}

/** Only the borrower signs, and only a standing draft. @throws Refusal */
export function requireOpenTopUp(context: CommandContext, topUp: LockedTopUp): void {
  if (channelOf(context, topUp.clientId) !== 'PERSONAL_ACCOUNT')
    throw new Refusal([formFinding('RU_MFO_NOT_AUTHENTICATED', ['input', 'topUpId'])]);
  if (topUp.status === 'VOID') throw new Refusal([superseded(context)]);
  if (topUp.status !== 'DRAFT') throw requestClosed('topUpId', topUp);
  uphold(dutyOf(context.lender.code, 'request.superseded'), true, 'RU_MFO_DRAFT_SUPERSEDED');
}

/** Makes the draft void and forms another one, for the same sum and payout, from the profile of now. Answers its id. */
export async function redraftTopUp(context: CommandContext, contract: ContractRecord, topUp: LockedTopUp): Promise<string> {
  const id = newRequestId(context);
  const sealed = sealPayout(context, 'top_up', id, restatePayout(context, 'top_up', topUp));
  await voidTopUp(context, contract, topUp);
  await draftTopUp(context, contract, id, { amount: topUp.amount, ...sealed });
  return id;
}

async function draftTopUp(
  context: CommandContext,
  contract: ContractRecord,
  id: string,
  wish: { readonly amount: string } & ReturnType<typeof sealPayout>,
): Promise<void> {
  const [clause] = perform(context.lender.code, 'topUp.formed');
  const { amount, payoutMethod, payoutMask } = wish;
  const formed = await formMoneyRequest(context, contract, topUpApplication, { amount, payoutMethod, payoutMask });
  await context.transaction.insert(TopUpEntity, {
    lenderId: context.lender.id,
    id,
    contractId: contract.id,
    clientId: contract.clientId,
    status: 'DRAFT',
    requestedAt: new Date(context.now.epochMilliseconds),
    ...wish,
    ...formed,
  });
  tellChange(context, 'RuMfoTopUp', contract, { id, from: null, to: 'DRAFT', clause });
}

async function voidTopUp(context: CommandContext, contract: ContractRecord, topUp: LockedTopUp): Promise<void> {
  await voidRequestDocument(context, topUp.documentId);
  await context.transaction.query(topUpRecords.setStatus, [topUp.id, 'VOID']);
  tellChange(context, 'RuMfoTopUp', contract, { id: topUp.id, from: 'DRAFT', to: 'VOID' });
}

const superseded = (context: CommandContext) =>
  findingOf('RU_MFO_DRAFT_SUPERSEDED', dutyOf(context.lender.code, 'request.superseded'), {}, { path: ['input', 'topUpId'] });

/** What is provided must be repaid on a day to come. */
function requireTimeLeft(daysToEnd: number): void {
  if (daysToEnd < 1) throw new Refusal([formFinding('RU_MFO_TOPUP_AFTER_END', ['input', 'contractId'])]);
}
