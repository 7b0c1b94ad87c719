import { Temporal } from 'temporal-polyfill';
import { type ClientAddress, clientEvents, updateProfile } from '../../../modules/clients';
import { defineCommand, Refusal } from '../../../modules/commands';
import { type Finding, type ResolvedRules, uphold } from '../../../modules/rules';
import { changeEvents } from '../account-request/change-events';
import { insuranceNumber, isTaxpayerNumber, landlineNumber, type PassportFault, passportFaults, phoneNumber } from '../identifiers';
import { PLUGIN } from '../ids';
import { keepProfile } from '../profile/keep-profile';
import { readProfile } from '../profile/profile.record';
import { rules } from '../rule-set';
import { textFaults } from '../texts';
import { keepAnswer } from './answers';
import type { StepResult } from './confirm-contact-info.command';
import type { PassportData } from './step-data';
import { type FieldChecks, type FieldFault, fieldFindings } from './step-fields';
import { completeStep, openStep } from './step-gate';

export interface GivePassportData extends PassportData {
  readonly clientId: string;
  /** The contact person agreed that these data are given. */
  readonly thirdPartyConsentConfirmed: boolean;
}

/** A passport of this form belongs to citizens of this country. */
const COUNTRY = 'RU';

/** The second step: passport, addresses, insurance number and a contact person. */
export const givePassportData = defineCommand<GivePassportData, StepResult>({
  name: 'ruMfoGivePassportData',
  plugin: PLUGIN,
  emits: [...clientEvents, ...changeEvents, 'RuMfoRegistrationStepDone', 'RuMfoRegistered'],
  async run({ clientId, thirdPartyConsentConfirmed, ...data }, context) {
    const open = await openStep(context, clientId, 'PASSPORT_DATA');
    const findings = [
      ...fieldFindings(open.resolved, 'PASSPORT_DATA', data, {
        exempt: data.actualAddressDiffers ? [] : ['actualAddress'],
        checks: checksOn(context.today),
      }),
      thirdPartyFinding(open.resolved, data, thirdPartyConsentConfirmed),
      ...textFaults(data),
    ].filter((finding) => finding !== null);
    if (findings.length > 0) throw new Refusal(findings);

    await updateProfile(context, clientId, {
      birthDate: data.birthDate,
      citizenship: COUNTRY,
      addresses: addressesOf(data),
      ...(data.taxpayerNumber ? { taxNumber: data.taxpayerNumber } : {}),
    });
    const [kept] = await context.transaction.query(readProfile, [[clientId]]);
    await keepProfile(context, clientId, {
      passport: {
        series: data.passportSeries!,
        number: data.passportNumber!,
        issuedOn: data.passportIssuedOn!,
        unitCode: data.passportUnitCode!,
        issuedBy: data.passportIssuedBy,
      },
      taxpayerNumber: data.taxpayerNumber,
      insuranceNumber: data.insuranceNumber,
      payoutKinds: kept?.payoutKinds ?? [],
      // Nobody was asked; ties and other people's interest keep everybody out in the first step.
      fullCapacity: kept?.fullCapacity ?? null,
      ownInterest: true,
      officialTies: [],
    });
    await keepAnswer(context, clientId, 'PASSPORT_DATA', data);
    await completeStep(context, open, 'PASSPORT_DATA');
    return { clientId, findings: [] };
  },
});

/** Somebody else's data are given with that person's consent only. */
function thirdPartyFinding(resolved: ResolvedRules, data: PassportData, confirmed: boolean): Finding | null {
  const asked = rules.read(resolved, 'thirdParty.consent');
  const given = [data.contactPersonName, data.contactPersonPhone, data.contactPersonRelation].some((value) => value !== null);
  if (!asked?.value || !given) return null;
  return uphold(asked.citations, confirmed, 'RU_MFO_THIRD_PARTY_CONSENT_MISSING', {}, { path: ['input', 'thirdPartyConsentConfirmed'] });
}

function addressesOf({ registeredAddress, actualAddressDiffers, actualAddress }: PassportData): ClientAddress[] {
  const at = (kind: ClientAddress['kind'], text: string | null) => (text ? [{ kind, country: COUNTRY, text }] : []);
  return [...at('RESIDENCE', registeredAddress), ...(actualAddressDiffers ? at('ACTUAL', actualAddress) : [])];
}

const faultFields: Readonly<Record<PassportFault, keyof PassportData>> = {
  SERIES: 'passportSeries',
  NUMBER: 'passportNumber',
  UNIT_CODE: 'passportUnitCode',
  ISSUED_ON: 'passportIssuedOn',
};

const checksOn = (today: Temporal.PlainDate): FieldChecks<PassportData> => {
  const passport =
    (field: keyof PassportData) =>
    (_: unknown, data: PassportData): FieldFault | null => {
      const fault = faultsOf(data, today).find((one) => faultFields[one] === field);
      return fault ? ['RU_MFO_PASSPORT_INVALID', { faults: fault }] : null;
    };
  return {
    passportSeries: passport('passportSeries'),
    passportNumber: passport('passportNumber'),
    passportUnitCode: passport('passportUnitCode'),
    passportIssuedOn: passport('passportIssuedOn'),
    landlinePhone: (phone) => (landlineNumber(phone) ? null : ['RU_MFO_LANDLINE_INVALID']),
    insuranceNumber: (number) => (insuranceNumber(number) ? null : ['RU_MFO_INSURANCE_NUMBER_INVALID']),
    // A person's number has twelve digits; ten are an organisation's.
    taxpayerNumber: (number) => (number.length === 12 && isTaxpayerNumber(number) ? null : ['RU_MFO_TAXPAYER_NUMBER_INVALID']),
    contactPersonPhone: (phone) => (phoneNumber(phone) ? null : ['RU_MFO_FIELD_INVALID', { field: 'contactPersonPhone' }]),
  };
};

/** With a day missing, the other parts are judged all the same: by a birth and an issue that suit each other. */
function faultsOf(data: PassportData, today: Temporal.PlainDate): readonly PassportFault[] {
  const issuedOn = data.passportIssuedOn ? Temporal.PlainDate.from(data.passportIssuedOn) : today;
  const birthDate = data.birthDate ? Temporal.PlainDate.from(data.birthDate) : issuedOn.subtract({ years: 14 });
  const { passportSeries: series, passportNumber: number, passportUnitCode: unitCode } = data;
  return passportFaults({ series: series ?? '', number: number ?? '', unitCode: unitCode ?? '', issuedOn }, birthDate, today);
}
