import { Temporal } from 'temporal-polyfill';
import { type Finding, formFinding } from '../rules';
import { isCountryCode } from './country-code';

/** Registered place, place of stay, actual home, seat of an entity, address for letters. */
export const addressKinds = ['RESIDENCE', 'STAY', 'ACTUAL', 'LEGAL', 'POSTAL'] as const;
export type AddressKind = (typeof addressKinds)[number];

export interface ClientAddress {
  readonly kind: AddressKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly postcode?: string | null;
  readonly text: string;
}

/** Who a client is, stored encrypted as one document. What a country asks beyond it lives in that country's plugin. */
export interface ClientProfile {
  readonly familyName?: string | null;
  readonly givenName?: string | null;
  readonly patronymic?: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship?: string | null;
  readonly addresses?: readonly ClientAddress[];
  /** Name of a legal entity or of a sole proprietor's business. */
  readonly legalName?: string | null;
  /** As the country writes it; its check digits are the plugin's business. */
  readonly taxNumber?: string | null;
}

const NAME = /^\p{L}[\p{L}\p{M}'’. -]{0,99}$/u;
// Printable, no control characters: such text goes into documents.
const TEXT = /^[^\p{C}]{1,500}$/u;
const LEGAL_NAME = /^[^\p{C}]{1,300}$/u;
const CODE = /^[A-Za-z0-9][A-Za-z0-9 /-]{0,31}$/;
const EARLIEST_BIRTH = Temporal.PlainDate.from('1900-01-01');
const MAX_ADDRESSES = 10;

/** What is wrong with the form of a profile; empty when nothing is. Whether it is complete is for rules to say. */
export function profileFindings(profile: ClientProfile, today: Temporal.PlainDate, path: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  const check = (value: string | null | undefined, valid: (text: string) => boolean, code: string, ...place: string[]): void => {
    if (value != null && !valid(value)) findings.push(formFinding(code, [...path, ...place]));
  };
  for (const field of ['familyName', 'givenName', 'patronymic'] as const)
    check(profile[field], (text) => NAME.test(text), 'NAME_INVALID', field);
  check(profile.birthDate, (text) => isBirthDate(text, today), 'BIRTH_DATE_INVALID', 'birthDate');
  check(profile.citizenship, isCountryCode, 'COUNTRY_INVALID', 'citizenship');
  check(profile.legalName, (text) => LEGAL_NAME.test(text), 'LEGAL_NAME_INVALID', 'legalName');
  check(profile.taxNumber, (text) => CODE.test(text), 'TAX_NUMBER_INVALID', 'taxNumber');
  const addresses = profile.addresses ?? [];
  if (addresses.length > MAX_ADDRESSES) findings.push(formFinding('ADDRESSES_TOO_MANY', [...path, 'addresses'], { max: MAX_ADDRESSES }));
  for (const [index, address] of addresses.slice(0, MAX_ADDRESSES).entries()) {
    const place = ['addresses', String(index)];
    check(address.country, isCountryCode, 'COUNTRY_INVALID', ...place, 'country');
    check(address.postcode, (text) => CODE.test(text), 'POSTCODE_INVALID', ...place, 'postcode');
    check(address.text, (text) => TEXT.test(text) && text.trim() !== '', 'ADDRESS_INVALID', ...place, 'text');
  }
  return findings;
}

function isBirthDate(text: string, today: Temporal.PlainDate): boolean {
  try {
    const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return (
      date.toString() === text && Temporal.PlainDate.compare(date, EARLIEST_BIRTH) >= 0 && Temporal.PlainDate.compare(date, today) <= 0
    );
  } catch {
    return false;
  }
}

/** NFC and trimmed: one spelling of one name. Empty text is no value. */
export function tidyProfile(profile: ClientProfile): ClientProfile {
  const tidy = (value: string | null | undefined) => value?.normalize('NFC').trim() || null;
  return {
    familyName: tidy(profile.familyName),
    givenName: tidy(profile.givenName),
    patronymic: tidy(profile.patronymic),
    birthDate: tidy(profile.birthDate),
    citizenship: tidy(profile.citizenship),
    legalName: tidy(profile.legalName),
    taxNumber: tidy(profile.taxNumber),
    addresses: (profile.addresses ?? []).map(({ kind, country, postcode, text }) => ({
      kind,
      country: country.trim(),
      postcode: tidy(postcode),
      text: text.normalize('NFC').trim(),
    })),
  };
}
