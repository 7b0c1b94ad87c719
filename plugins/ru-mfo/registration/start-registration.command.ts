import { sessionEvents } from '../../../modules/access';
import { clientEvents } from '../../../modules/clients';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { moneyFindings } from '../../../modules/money';
import { type Finding, formFinding, type ResolvedRules, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { versionInForce } from '../lenders/document-versions';
import { rulesToday } from '../lifecycle/resolve';
import { ROUBLE } from '../roubles';
import { rules } from '../rule-set';
import { textFaults } from '../texts';
import { keepAnswer } from './answers';
import { type DeclarationGiven, declarationFindings, keepDeclarations } from './declarations';
import { openRegistration } from './open-registration';
import type { RegisterResult } from './register.command';
import type { ContactInfo } from './step-data';
import { type FieldChecks, fieldFindings } from './step-fields';
import { stepsOf } from './step-gate';

export interface StartRegistration extends ContactInfo {
  /** The passport names no patronymic. */
  readonly noPatronymic: boolean;
  readonly declarations: readonly DeclarationGiven[];
}

/** A loan is not wished for longer than a year’s first figure of law; what is offered, the lender decides. */
const MAX_TERM_DAYS = 3660;

export const contactChecks: FieldChecks<ContactInfo> = {
  desiredAmount: (amount) =>
    moneyFindings({ amount: new Decimal(amount), currency: ROUBLE }, { path: [], currency: ROUBLE, positive: true }).length > 0
      ? ['RU_MFO_FIELD_INVALID', { field: 'desiredAmount' }]
      : null,
  desiredTermDays: (days) => (days >= 1 && days <= MAX_TERM_DAYS ? null : ['RU_MFO_FIELD_INVALID', { field: 'desiredTermDays' }]),
  phone: (phone) => (mobileNumber(phone) ? null : ['RU_MFO_PHONE_INVALID']),
};

/**
 * Begins a registration in steps: the wished sum and term, contacts and check-boxes of the first step. The step is left with the code
 * that is sent to the phone. Never run with an idempotency key: the tokens must not be stored. A repeat finds its contacts taken.
 */
export const startRegistration = defineCommand<StartRegistration, RegisterResult>({
  name: 'ruMfoStartRegistration',
  plugin: PLUGIN,
  emits: [...clientEvents, ...sessionEvents],
  async run({ noPatronymic, declarations, ...data }, context) {
    await context.requirePlugin(PLUGIN, 'START');
    const resolved = rulesToday(context);
    const [first] = stepsOf(resolved);
    if (!first) throw new Refusal([formFinding('RU_MFO_STEPS_NOT_OFFERED', ['input'])]);
    const findings = [
      ...fieldFindings(resolved, 'CONTACT_INFO', data, { exempt: noPatronymic ? ['patronymic'] : [], checks: contactChecks }),
      ...declarationFindings(context, resolved, declarations),
      ...textFaults({ ...data, declarations }, ['input'], ['phone', 'email']),
      feeFinding(resolved),
    ].filter((finding) => finding !== null);
    if (findings.length > 0) throw new Refusal(findings);

    const { familyName, givenName, patronymic, desiredAmount, desiredTermDays } = data;
    const { clientId, session } = await openRegistration(context, {
      phone: data.phone,
      email: data.email,
      profile: { familyName, givenName, patronymic: noPatronymic ? null : patronymic },
      requirementsVersion: null,
      consents: declarations.filter(({ value }) => value).map(({ code }) => code),
      generalTermsVersion: version(context, 'RULES'),
      signatureAgreementVersion: version(context, 'REMOTE_AGREEMENT'),
      stage: first,
      desiredAmount: desiredAmount && new Decimal(desiredAmount).toFixed(2),
      desiredTermDays,
    });
    await keepDeclarations(context, clientId, resolved, declarations);
    await keepAnswer(context, clientId, 'CONTACT_INFO', { ...data, patronymic: noPatronymic ? null : patronymic });
    return { clientId, session, findings: [] };
  },
});

const version = (context: CommandContext, document: string) => versionInForce(context.lender.code, document, context.today) ?? '—';

/** An account costs nothing: rules that say otherwise register nobody. */
function feeFinding(resolved: ResolvedRules): Finding | null {
  const fee = rules.read(resolved, 'account.fee');
  return fee && uphold(fee.citations, fee.decimal.isZero(), 'RU_MFO_FEE_NOT_ALLOWED', { fee: fee.value });
}
