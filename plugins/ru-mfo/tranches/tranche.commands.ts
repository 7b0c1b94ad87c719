import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { type ContractRecord, lockContractWithApplication } from '../../../modules/contracts';
import { orderMoney } from '../../../modules/payments';
import { findingOf, formFinding, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { changeEvents, tellChange } from '../account-request/change-events';
import { channelOf, requireRules, requireRunning, rulesOfContract } from '../account-request/judge';
import {
  formMoneyRequest,
  isProfileChanged,
  newRequestId,
  requestClosed,
  requestNotFound,
  voidRequestDocument,
} from '../account-request/money-request';
import { openPayout, type RequestPayout, restatePayout, sealPayout } from '../account-request/payout';
import { trancheApplication } from '../account-request/request-documents';
import { signRequest } from '../account-request/sign-request';
import { requireOpenAccount } from '../compromise/require-open-account';
import { PLUGIN, TRANCHE_PURPOSE } from '../ids';
import { dutyOf, perform } from '../lenders';
import { rules } from '../rule-set';
import { requireTranche, requireTrancheDocument } from './judge-tranche';
import { TrancheEntity } from './tranche.entity';
import { type LockedTranche, trancheRecords } from './tranche.record';
import { TRANCHE_FORM, TRANCHE_SIGN } from './validators';

export interface RequestTranche {
  readonly contractId: string;
  /** Decimal string, roubles; null where none was chosen on the calculator. */
  readonly amount: string | null;
  readonly payout: RequestPayout;
}

export interface TrancheResult extends CommandResult {
  readonly trancheId?: string;
}

/** The borrower asks for a tranche («Получить новый транш»): its application is formed from the profile and can be read and signed. */
export const requestTranche = defineCommand<RequestTranche, TrancheResult>({
  name: 'ruMfoRequestTranche',
  plugin: PLUGIN,
  emits: changeEvents,
  async run({ contractId, amount, payout }, context) {
    const { contract } = await lockContractWithApplication(context, contractId);
    requireRunning(contract);
    requireRules(rulesOfContract(context, contract), TRANCHE_FORM, {
      requestChannel: [channelOf(context, contract.clientId), 'SESSION'],
      requestFields: [[...(amount ? ['AMOUNT'] : []), ...(payout.payoutMethod ? ['PAYOUT_METHOD'] : [])], 'REQUEST'],
    });
    const sum = amountOf(amount);
    await requireTranche(context, contract, sum);
    const id = newRequestId(context);
    const sealed = sealPayout(context, 'tranche', id, payout);
    await voidDraft(context, contract);
    await draftTranche(context, contract, id, { amount: sum.toFixed(2), ...sealed });
    return { trancheId: id };
  },
});

export interface SignTranche {
  readonly trancheId: string;
  /** SHA-256 of the application that the borrower read, hexadecimal. */
  readonly documentSha256: string;
  readonly ceremonyId: string;
  readonly code: string;
}

/** The borrower signs the application for a tranche by the code that was sent for it; the money goes out by the way that it names. */
export const signTranche = defineCommand<SignTranche, TrancheResult>({
  name: 'ruMfoSignTranche',
  plugin: PLUGIN,
  emits: changeEvents,
  async run({ trancheId, documentSha256, ceremonyId, code }, context) {
    const { contract, tranche } = await lockTranche(context, trancheId);
    requireRunning(contract);
    requireOpen(context, tranche);
    const resolved = rulesOfContract(context, contract);
    if (await isProfileChanged(context, contract.clientId, tranche.profileDigest)) {
      const next = await redraftTranche(context, contract, tranche);
      return { trancheId: next, findings: [superseded(context)] };
    }
    await requireTranche(context, contract, new Decimal(tranche.amount));
    const citations = rules.read(resolved, 'tranche.codeChannels')?.citations ?? [];
    const request = { documentId: tranche.documentId, clientId: tranche.clientId, documentSha256, ceremonyId, code, citations };
    const { signed, findings } = await signRequest(context, request, (channel) =>
      requireRules(resolved, TRANCHE_SIGN, { requestCodeChannel: [channel, 'CEREMONY'] }),
    );
    if (!signed) return { findings };
    await requireOpenAccount(context, contract.clientId);
    await orderMoney(context, {
      purpose: TRANCHE_PURPOSE,
      reference: trancheId,
      amount: tranche.amount,
      currency: contract.terms.currency,
      contract,
      destination: { method: tranche.payoutMethod, reference: openPayout(context, 'tranche', trancheId, tranche.payoutEnc) },
    });
    await context.transaction.query(trancheRecords.setSigned, [trancheId, 'ORDERED', new Date(context.now.epochMilliseconds)]);
    tellChange(context, 'RuMfoTranche', contract, { id: trancheId, from: 'DRAFT', to: 'ORDERED', clause: citations[0]?.clause });
    return { trancheId };
  },
});

/** A tranche with its contract, all locked: the application first, as everywhere. @throws Refusal RU_MFO_REQUEST_NOT_FOUND */
export async function lockTranche(
  context: CommandContext,
  trancheId: string,
): Promise<{ readonly contract: ContractRecord; readonly tranche: LockedTranche }> {
  const [found] = await context.transaction.query(trancheRecords.find, [trancheId]);
  if (!found) throw requestNotFound('trancheId');
  const { contract } = await lockContractWithApplication(context, found.contractId);
  const [tranche] = await context.transaction.query(trancheRecords.lock, [trancheId]);
  return { contract, tranche: tranche! };
}

/** Only the borrower signs, and only a standing draft. @throws Refusal */
export function requireOpen(context: CommandContext, tranche: LockedTranche): void {
  if (channelOf(context, tranche.clientId) !== 'PERSONAL_ACCOUNT')
    throw new Refusal([formFinding('RU_MFO_NOT_AUTHENTICATED', ['input', 'trancheId'])]);
  if (tranche.status === 'VOID') throw new Refusal([superseded(context)]);
  if (tranche.status !== 'DRAFT') throw requestClosed('trancheId', tranche);
  uphold(dutyOf(context.lender.code, 'request.superseded'), true, 'RU_MFO_DRAFT_SUPERSEDED');
}

/** Makes the draft void and forms another one, for the same sum and payout, from the profile of now. Answers its id. */
export async function redraftTranche(context: CommandContext, contract: ContractRecord, tranche: LockedTranche): Promise<string> {
  const id = newRequestId(context);
  const sealed = sealPayout(context, 'tranche', id, restatePayout(context, 'tranche', tranche));
  await voidTranche(context, contract, tranche);
  await draftTranche(context, contract, id, { amount: tranche.amount, ...sealed });
  return id;
}

async function draftTranche(
  context: CommandContext,
  contract: ContractRecord,
  id: string,
  wish: { readonly amount: string } & ReturnType<typeof sealPayout>,
): Promise<void> {
  requireTrancheDocument(context, contract, trancheApplication.kind);
  const [clause] = perform(context.lender.code, 'tranche.formed');
  const { amount, payoutMethod, payoutMask } = wish;
  const formed = await formMoneyRequest(context, contract, trancheApplication, { amount, payoutMethod, payoutMask });
  await context.transaction.insert(TrancheEntity, {
    lenderId: context.lender.id,
    id,
    contractId: contract.id,
    clientId: contract.clientId,
    status: 'DRAFT',
    requestedAt: new Date(context.now.epochMilliseconds),
    ...wish,
    ...formed,
  });
  tellChange(context, 'RuMfoTranche', contract, { id, from: null, to: 'DRAFT', clause });
}

/** One draft stands at a time: another wish takes its place. */
async function voidDraft(context: CommandContext, contract: ContractRecord): Promise<void> {
  const [draft] = await context.transaction.query(trancheRecords.draftOfContract, [contract.id]);
  if (draft) await voidTranche(context, contract, draft);
}

async function voidTranche(context: CommandContext, contract: ContractRecord, tranche: LockedTranche): Promise<void> {
  await voidRequestDocument(context, tranche.documentId);
  await context.transaction.query(trancheRecords.setStatus, [tranche.id, 'VOID']);
  tellChange(context, 'RuMfoTranche', contract, { id: tranche.id, from: 'DRAFT', to: 'VOID' });
}

const superseded = (context: CommandContext) =>
  findingOf('RU_MFO_DRAFT_SUPERSEDED', dutyOf(context.lender.code, 'request.superseded'), {}, { path: ['input', 'trancheId'] });

/** More than zero, in whole kopecks. @throws Refusal RU_MFO_FIELD_REQUIRED */
export function amountOf(amount: string | null): Decimal {
  const sum = amount === null ? null : new Decimal(amount);
  if (sum?.isFinite() && sum.gt(0) && sum.decimalPlaces() <= 2) return sum;
  throw new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'amount'], { field: 'amount' })]);
}
