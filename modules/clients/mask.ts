import parsePhone from 'libphonenumber-js/max';
import type { ClientProfile } from './profile';

/** `+33612345678` → `+33 * ** **-56-78`: country and the last four digits. */
export function maskPhone(phone: string): string {
  const parsed = parsePhone(phone);
  const prefix = parsed ? `+${parsed.countryCallingCode}` : '+';
  const digits = parsed ? parsed.nationalNumber : phone.replace(/\D/g, '');
  const shown = digits.length > 6 ? digits.slice(-4) : '';
  const stars = '*'.repeat(digits.length - shown.length);
  const groups = stars.match(/\*{1,3}(?=(\*{3})*$)/g) ?? [];
  return [prefix, ...groups.slice(0, -1), [groups.at(-1), shown.slice(0, 2), shown.slice(2)].filter(Boolean).join('-')].join(' ');
}

/** `name@example.org` → `n***@e…`. */
export function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}***@${domain.slice(0, 1)}…`;
}

/** Initials of a person; the name of a legal entity is public. Null while nothing is known. */
export function maskName(kind: string, profile: ClientProfile): string | null {
  if (kind === 'LEGAL_ENTITY') return profile.legalName ?? null;
  const names = [profile.givenName, profile.patronymic, profile.familyName].filter((name) => name);
  return names.length > 0 ? names.map((name) => `${[...name!][0]}.`).join(' ') : null;
}
