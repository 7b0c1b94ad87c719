import { Temporal } from 'temporal-polyfill';
import { type ClientAddress, clientEvents, lockClient, setClientStatus, updateProfile } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { type Finding, formFinding } from '../../../modules/rules';
import { changeEvents } from '../account-request/change-events';
import { insuranceNumber, isTaxpayerNumber, passportFaults } from '../identifiers';
import { PLUGIN } from '../ids';
import { readRegistration } from '../registration/registration.record';
import { textFaults } from '../texts';
import { keepProfile } from './keep-profile';

export interface CompleteProfile {
  readonly clientId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  /** ISO 8601 days. */
  readonly birthDate: string;
  readonly citizenship: string;
  readonly addresses: readonly ClientAddress[];
  readonly passport: { readonly series: string; readonly number: string; readonly issuedOn: string; readonly unitCode: string };
  readonly taxpayerNumber: string | null;
  readonly insuranceNumber: string | null;
  readonly payoutKinds: readonly string[];
  readonly fullCapacity: boolean;
  readonly ownInterest: boolean;
  readonly officialTies: readonly string[];
}

export interface CompleteProfileResult extends CommandResult {
  readonly clientId?: string;
}

/** The questionnaire: who the person is and what the requirements ask. With confirmed contacts it completes the registration. */
export const completeProfile = defineCommand<CompleteProfile, CompleteProfileResult>({
  name: 'ruMfoCompleteProfile',
  plugin: PLUGIN,
  emits: [...clientEvents, ...changeEvents],
  async run(input, context) {
    const client = await lockClient(context, input.clientId);
    const [registration] = await context.transaction.query(readRegistration, [[client.id]]);
    if (!registration)
      throw new Refusal([formFinding('RU_MFO_REGISTRATION_INCOMPLETE', ['input', 'clientId'], { missing: 'registration' })]);
    if (registration.stage) throw new Refusal([formFinding('RU_MFO_STEPS_REQUIRED', ['input'])]);
    const findings = formOf(input, context);
    if (findings.length > 0) throw new Refusal(findings);
    const { familyName, givenName, patronymic, birthDate, citizenship, addresses, taxpayerNumber } = input;
    await updateProfile(context, client.id, {
      familyName,
      givenName,
      patronymic,
      birthDate,
      citizenship,
      addresses,
      taxNumber: taxpayerNumber,
    });
    await keepProfile(context, client.id, input);
    if (client.status === 'REGISTERING' && client.phoneVerifiedAt && client.emailVerifiedAt)
      await setClientStatus(context, client.id, 'REGISTERED');
    return { clientId: client.id };
  },
});

function formOf(input: CompleteProfile, context: CommandContext): Finding[] {
  const findings = (['familyName', 'givenName'] as const)
    .filter((field) => !input[field].trim())
    .map((field): Finding => formFinding('RU_MFO_FIELD_REQUIRED', ['input', field], { field }));
  const passport = { ...input.passport, issuedOn: Temporal.PlainDate.from(input.passport.issuedOn) };
  const faults = passportFaults(passport, Temporal.PlainDate.from(input.birthDate), context.today);
  if (faults.length > 0) findings.push(formFinding('RU_MFO_PASSPORT_INVALID', ['input', 'passport'], { faults: faults.join(', ') }));
  // A person's number has twelve digits; ten are an organisation's.
  if (input.taxpayerNumber && (input.taxpayerNumber.length !== 12 || !isTaxpayerNumber(input.taxpayerNumber))) {
    findings.push(formFinding('RU_MFO_TAXPAYER_NUMBER_INVALID', ['input', 'taxpayerNumber']));
  }
  if (input.insuranceNumber && !insuranceNumber(input.insuranceNumber))
    findings.push(formFinding('RU_MFO_INSURANCE_NUMBER_INVALID', ['input', 'insuranceNumber']));
  findings.push(...textFaults(input));
  return findings;
}
