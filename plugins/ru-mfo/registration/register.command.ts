import { type SessionTokens, sessionEvents, setPassword } from '../../../modules/access';
import { clientEvents } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { blocks, type Finding, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { lenderData, perform } from '../lenders';
import { versionFault } from '../lenders/document-versions';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { textFaults } from '../texts';
import { openRegistration } from './open-registration';
import { stepsOf } from './step-gate';

export interface Register {
  readonly phone: string | null;
  readonly email: string | null;
  readonly password: string;
  /** The person confirms to meet the lender's requirements, by this version of their text. */
  readonly requirementsConfirmed: boolean;
  readonly requirementsVersion: string;
  readonly consents: readonly string[];
  readonly generalTermsVersion: string;
  /** Joining the agreement on the simple electronic signature. */
  readonly signatureAgreementVersion: string;
}

export interface RegisterResult extends CommandResult {
  readonly clientId?: string;
  /** Lets the person confirm the contacts at once; nothing is proved by it. */
  readonly session?: SessionTokens;
}

/** Consents that a person may give at a registration in one go. */
const knownConsents: readonly string[] = ['PERSONAL_DATA', 'CREDIT_BUREAU_TRANSFER', 'CREDIT_REPORT', 'ADVERTISING'];

/**
 * A person registers: confirms the requirements first, then names contacts and consents. Contacts are confirmed by codes afterwards,
 * in the session that the registration opens. The potential client becomes a client with the first loan.
 * Never run with an idempotency key: the tokens must not be stored. A repeat finds its contacts taken.
 */
export const register = defineCommand<Register, RegisterResult>({
  name: 'ruMfoRegister',
  plugin: PLUGIN,
  emits: [...clientEvents, ...sessionEvents, 'RuMfoRegistered'],
  async run(input, context) {
    await context.requirePlugin(PLUGIN, 'START');
    const current = lenderData(context.lender.code)?.requirementsVersion ?? input.requirementsVersion;
    const facts = rules.factSet({
      requirementsConfirmed: [input.requirementsConfirmed && input.requirementsVersion === current, 'DECLARATION'],
      requirementsVersion: [current, 'LENDER'],
      contacts: [[...(input.phone ? ['PHONE'] : []), ...(input.email ? ['EMAIL'] : [])], 'QUESTIONNAIRE'],
      consents: [input.consents, 'DECLARATION'],
    });
    const resolved = rulesToday(context);
    if (stepsOf(resolved).length > 0) throw new Refusal([formFinding('RU_MFO_STEPS_REQUIRED', ['input'])]);
    const findings = [...toFindings(runValidators(resolved.validatorsAt('REGISTER'), facts, resolved), resolved)];
    findings.push(...formOf(input, context));
    if (findings.some(blocks)) throw new Refusal(findings);

    const { clientId, session } = await openRegistration(context, { ...input, stage: null });
    await setPassword(context, clientId, input.password);
    perform(context.lender.code, 'registration.password');
    context.emit({
      type: 'RuMfoRegistered',
      subject: { type: 'Client', id: clientId },
      clientId,
      plugin: PLUGIN,
      payload: { clientId, requirementsVersion: input.requirementsVersion },
    });
    return { clientId, session, findings };
  },
});

function formOf(input: Register, { lender, today }: CommandContext): Finding[] {
  const unknown = input.consents.filter((code) => !knownConsents.includes(code));
  return [
    ...(input.phone && !mobileNumber(input.phone) ? [formFinding('RU_MFO_PHONE_INVALID', ['input', 'phone'])] : []),
    ...unknown.map(() => formFinding('RU_MFO_DECLARATION_UNKNOWN', ['input', 'consents'], { code: 'consents' })),
    versionFault(lender.code, 'GENERAL_TERMS', input.generalTermsVersion, today, ['input', 'generalTermsVersion']),
    versionFault(lender.code, 'SIGNATURE_AGREEMENT', input.signatureAgreementVersion, today, ['input', 'signatureAgreementVersion']),
    ...textFaults(input, ['input'], ['password', 'phone', 'email']),
  ].filter((finding) => finding !== null);
}
