import { Temporal } from 'temporal-polyfill';
import { type ClientAddress, clientEvents, lockClient, setClientStatus, updateProfile } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { type Finding, formFinding } from '../../../modules/rules';
import { insuranceNumber, isTaxpayerNumber, passportFaults } from '../identifiers';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { readRegistration } from '../registration/registration.record';
import { writeProfile } from './profile.record';

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
  emits: clientEvents,
  async run(input, context) {
    const client = await lockClient(context, input.clientId);
    const [registration] = await context.transaction.query(readRegistration, [[client.id]]);
    if (!registration)
      throw new Refusal([formFinding('RU_MFO_REGISTRATION_INCOMPLETE', ['input', 'clientId'], { missing: 'registration' })]);
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
    perform(context.lender.code, 'profile.kept');
    await context.transaction.query(writeProfile, profileRow(input, context));
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
  return findings;
}

function profileRow(input: CompleteProfile, context: CommandContext): readonly unknown[] {
  const cipher = context.ports.get(fieldCipherPort);
  const { passport, taxpayerNumber } = input;
  const personal = { passport, taxpayerNumber, insuranceNumber: input.insuranceNumber && insuranceNumber(input.insuranceNumber) };
  const aad = fieldAad({ lenderId: context.lender.id, table: 'ru_mfo.profile', id: input.clientId, column: 'personal' });
  return [
    context.lender.id,
    input.clientId,
    [...input.payoutKinds],
    input.fullCapacity,
    input.ownInterest,
    [...input.officialTies],
    cipher.encrypt(JSON.stringify(personal), aad),
    cipher.blindIndex(`${passport.series}${passport.number}`, `${context.lender.id}/ru-mfo/passport`),
    new Date(context.now.epochMilliseconds),
  ];
}
