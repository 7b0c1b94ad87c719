import { isPersonalNumber, isUnp } from '../identifiers';

/** The set of data on a person that the law asks for, as МСИ confirms it. Personal: encrypted wherever it is kept. */
export interface MsiPerson {
  /** Идентификационный номер. */
  readonly personalNumber: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** ISO 3166-1 alpha-2. */
  readonly citizenship: string;
  readonly document: {
    readonly type: string;
    readonly number: string;
    readonly issuedBy: string;
    readonly issuedOn: string;
    readonly validTo: string | null;
  };
  /** Registered place. */
  readonly address: string;
  /** When these data last changed, where МСИ knows it. */
  readonly changedOn: string | null;
  /** Certificates only: for whom the person acts. */
  readonly organisation: { readonly unp: string; readonly name: string; readonly position: string } | null;
}

const TEXT = /^[^\p{C}]{1,500}$/u;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const COUNTRY = /^[A-Z]{2}$/;

/** Reads the claims of МСИ's answer (assumed protocol); null where the set is not whole or not well formed. */
export function readPerson(claims: Readonly<Record<string, unknown>>): MsiPerson | null {
  const read = (from: unknown, key: string, form: RegExp): string | null => {
    const value = typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[key] : undefined;
    if (typeof value !== 'string') return null;
    const tidy = value.normalize('NFC').trim();
    return form.test(tidy) ? tidy : null;
  };
  const claim = (key: string, form: RegExp = TEXT) => read(claims, key, form);
  const { document, organisation } = claims;
  const personalNumber = claim('personal_number');
  const [familyName, givenName, address] = [claim('family_name'), claim('given_name'), claim('address_text')];
  const [birthDate, citizenship] = [claim('birthdate', DAY), claim('citizenship', COUNTRY)];
  const [type, number, issuedBy] = (['type', 'number', 'issued_by'] as const).map((key) => read(document, key, TEXT));
  const issuedOn = read(document, 'issued_on', DAY);
  if (!personalNumber || !isPersonalNumber(personalNumber) || !familyName || !givenName || !address) return null;
  if (!birthDate || !citizenship || !type || !number || !issuedBy || !issuedOn) return null;
  const [unp, name, position] = (['unp', 'name', 'position'] as const).map((key) => read(organisation, key, TEXT));
  if (organisation != null && (!unp || !isUnp(unp) || !name || !position)) return null;
  return {
    personalNumber,
    familyName,
    givenName,
    patronymic: claim('patronymic'),
    birthDate,
    citizenship,
    document: { type, number, issuedBy, issuedOn, validTo: read(document, 'valid_to', DAY) },
    address,
    changedOn: claim('changed_on', DAY),
    organisation: organisation == null ? null : { unp: unp!, name: name!, position: position! },
  };
}

/** The same person as claims; the other end of `readPerson`. */
export function claimsOf(person: MsiPerson): Record<string, unknown> {
  const { document, organisation } = person;
  return {
    personal_number: person.personalNumber,
    family_name: person.familyName,
    given_name: person.givenName,
    patronymic: person.patronymic,
    birthdate: person.birthDate,
    citizenship: person.citizenship,
    document: {
      type: document.type,
      number: document.number,
      issued_by: document.issuedBy,
      issued_on: document.issuedOn,
      valid_to: document.validTo,
    },
    address_text: person.address,
    changed_on: person.changedOn,
    ...(organisation && { organisation }),
  };
}
