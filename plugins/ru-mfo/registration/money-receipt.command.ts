import { type ClientDetails, clientEvents } from '../../../modules/clients';
import { defineCommand, Refusal } from '../../../modules/commands';
import { DEADLINE_EVENTS } from '../../../modules/deadlines';
import { type Finding, formFinding, type ResolvedRules, uphold } from '../../../modules/rules';
import type { PayoutMethod } from '../application/loan-application.entity';
import { verifiedCard } from '../cards/card.record';
import { endCardChecks } from '../cards/end-card-checks';
import { balanceAccountOf, isAccountOfBank } from '../identifiers';
import { PLUGIN } from '../ids';
import { setPayoutKinds } from '../profile/profile.record';
import { rules } from '../rule-set';
import { textFaults } from '../texts';
import { keepAnswer } from './answers';
import type { StepResult } from './confirm-contact-info.command';
import { closed, completeStep, openStep } from './step-gate';

export interface ChooseMoneyReceipt {
  readonly clientId: string;
  readonly method: string;
  /** Own account, 20 digits, and the code of its bank; with BANK_ACCOUNT. */
  readonly account: string | null;
  readonly bankCode: string | null;
  /** Whose account it is, as the bank has it. */
  readonly accountHolder: string | null;
  /** A verified card; with PAYMENT_CARD. */
  readonly cardId: string | null;
  /** Own ways to take money that the person has beside the chosen one: BANK_ACCOUNT_RU, PAYMENT_CARD. */
  readonly ownWays: readonly string[];
}

/** What a chosen way shows that the person has. */
const shown: Readonly<Record<PayoutMethod, string>> = { BANK_ACCOUNT: 'BANK_ACCOUNT_RU', PAYMENT_CARD: 'PAYMENT_CARD' };
const knownWays: readonly string[] = Object.values(shown);

/** The fourth step: where money is to go, an own account or a verified card. */
export const chooseMoneyReceipt = defineCommand<ChooseMoneyReceipt, StepResult>({
  name: 'ruMfoChooseMoneyReceipt',
  plugin: PLUGIN,
  emits: [...clientEvents, ...DEADLINE_EVENTS, 'RuMfoCardChanged', 'RuMfoRegistrationStepDone', 'RuMfoRegistered'],
  async run(input, context) {
    const { clientId, account, bankCode, cardId, ownWays } = input;
    const open = await openStep(context, clientId, 'MONEY_RECEIPT');
    const method = methodOf(open.resolved, input.method);
    const findings = [
      ...(method === 'BANK_ACCOUNT' ? accountFindings(open.resolved, open.client, input) : []),
      ...(method === 'PAYMENT_CARD' && !(cardId && (await verifiedCard(context, clientId, cardId)))
        ? [closed(open.resolved, 'MONEY_RECEIPT', 'IDENTIFICATION', 'RU_MFO_CARD_NOT_VERIFIED')]
        : []),
      ...(ownWays.every((way) => knownWays.includes(way))
        ? []
        : [formFinding('RU_MFO_FIELD_INVALID', ['input', 'ownWays'], { field: 'ownWays' })]),
      ...textFaults(input),
    ];
    if (findings.length > 0) throw new Refusal(findings);
    await endCardChecks(context, clientId);
    const bank = method === 'BANK_ACCOUNT';
    await keepAnswer(context, clientId, 'MONEY_RECEIPT', {
      method,
      account: bank ? account : null,
      bankCode: bank ? bankCode : null,
      cardId: bank ? null : cardId,
    });
    const ways = [...new Set([shown[method], ...ownWays])];
    await context.transaction.query(setPayoutKinds, [clientId, ways, new Date(context.now.epochMilliseconds)]);
    await completeStep(context, open, 'MONEY_RECEIPT');
    return { clientId, findings: [] };
  },
});

function methodOf(resolved: ResolvedRules, given: string): PayoutMethod {
  const methods = rules.read(resolved, 'payout.methods');
  const known = given in shown;
  const refused =
    methods &&
    uphold(methods.citations, known && methods.value.includes(given), 'RU_MFO_PAYOUT_METHOD_NOT_ALLOWED', {
      method: known ? given : 'OTHER',
    });
  if (refused || !known)
    throw new Refusal([refused ?? formFinding('RU_MFO_PAYOUT_METHOD_NOT_ALLOWED', ['input', 'method'], { method: 'OTHER' })]);
  return given as PayoutMethod;
}

/** The account must check, be of a kind that people have, and be the client's own. */
function accountFindings(resolved: ResolvedRules, client: ClientDetails, input: ChooseMoneyReceipt): Finding[] {
  const { account, bankCode } = input;
  if (!account) return [formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'account'], { field: 'account' })];
  if (!bankCode) return [formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'bankCode'], { field: 'bankCode' })];
  if (!isAccountOfBank(account, bankCode)) return [formFinding('RU_MFO_ACCOUNT_INVALID', ['input', 'account'])];
  const kinds = rules.read(resolved, 'account.balanceAccounts');
  if (!kinds) return [];
  const holds = kinds.value.includes(balanceAccountOf(account)) && sameName(input.accountHolder, client);
  const finding = uphold(
    kinds.citations,
    holds,
    'RU_MFO_BANK_ACCOUNT_REQUIRED',
    { accepted: kinds.value.join(', ') },
    { path: ['input', 'account'] },
  );
  return finding ? [finding] : [];
}

const plain = (name: string) => name.normalize('NFC').toLocaleUpperCase('ru').replaceAll('Ё', 'Е').replace(/\s+/g, ' ').trim();

function sameName(holder: string | null, { profile }: ClientDetails): boolean {
  const own = [profile.familyName, profile.givenName, profile.patronymic].filter(Boolean).join(' ');
  return holder !== null && plain(holder) === plain(own);
}
