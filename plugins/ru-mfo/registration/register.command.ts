import { setPassword } from '../../../modules/access';
import { clientEvents, createClient } from '../../../modules/clients';
import { type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { blocks, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { perform } from '../editions/duties';
import { mobileNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { lenderData } from '../lenders';
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
}

/**
 * A person registers: confirms the requirements first, then names contacts and consents. Contacts are confirmed by codes afterwards.
 * The potential client becomes a client with the first loan.
 */
export const register = defineCommand<Register, RegisterResult>({
  name: 'ruMfoRegister',
  plugin: PLUGIN,
  emits: [...clientEvents, 'RuMfoRegistered'],
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
    for (const duty of ['registration.steps', 'signature.agreement', 'status.potential'] as const) perform(context.lender.code, duty);
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
    return { clientId: client.id, findings };
  },
});
