import { openSession, type SessionTokens, sessionEvents, setPassword } from '../../../modules/access';
import { clientEvents, createClient } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { blocks, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { lenderData, perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { RegistrationEntity } from './registration.entity';

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
    const findings = [...toFindings(runValidators(resolved.validatorsAt('REGISTER'), facts, resolved), resolved)];
    if (input.phone && !mobileNumber(input.phone)) findings.push(formFinding('RU_MFO_PHONE_INVALID', ['input', 'phone']));
    if (findings.some(blocks)) throw new Refusal(findings);

    const client = await createClient(context, { kind: 'INDIVIDUAL', phone: input.phone && mobileNumber(input.phone), email: input.email });
    await setPassword(context, client.id, input.password);
    const at = new Date(context.now.epochMilliseconds);
    for (const duty of ['registration.steps', 'registration.password', 'signature.agreement', 'status.potential'] as const)
      perform(context.lender.code, duty);
    await context.transaction.insert(RegistrationEntity, {
      lenderId: context.lender.id,
      clientId: client.id,
      requirementsVersion: input.requirementsVersion,
      requirementsConfirmedAt: at,
      consents: [...input.consents],
      consentedAt: at,
      generalTermsVersion: input.generalTermsVersion,
      signatureAgreementVersion: input.signatureAgreementVersion,
      signatureAgreementJoinedAt: at,
    });
    context.emit({
      type: 'RuMfoRegistered',
      subject: { type: 'Client', id: client.id },
      clientId: client.id,
      plugin: PLUGIN,
      payload: { clientId: client.id, requirementsVersion: input.requirementsVersion },
    });
    const session = await openSession(context, client.id, 'REGISTRATION');
    return { clientId: client.id, session, findings };
  },
});
