import { domainToASCII } from 'node:url';
import parsePhone, { type CountryCode } from 'libphonenumber-js/max';

const MAX_PHONE_TEXT = 40;
// RFC 5321, §4.5.3.1: 64 octets of a name, 255 of a domain.
const MAX_EMAIL_TEXT = 320;

/**
 * A phone number in E.164, such as `+33612345678`; null when no country has such a number.
 * Written without `+`, it is read as a number of `country` (ISO 3166-1 alpha-2).
 */
export function normalizePhone(text: string, country: string): string | null {
  if (text.length > MAX_PHONE_TEXT) return null;
  const phone = parsePhone(text.trim(), { defaultCountry: country as CountryCode, extract: false });
  return phone?.isValid() && !phone.ext ? phone.number : null;
}

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LEVEL = /^([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

/**
 * An e-mail address with its domain in lower case and ASCII (IDNA); null when it has another form than `name@domain.tld`.
 * Quoted names, comments and addresses of bare hosts (RFC 5321) are not taken: no mailbox of a client needs them.
 */
export function normalizeEmail(text: string): string | null {
  // Before anything else: IDNA takes seconds for a long name.
  if (text.length > MAX_EMAIL_TEXT) return null;
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), domainToASCII(text.slice(at + 1))];
  const labels = domain.split('.');
  if (at < 1 || local.length > 64 || local.length + 1 + domain.length > 254 || !LOCAL.test(local)) return null;
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label)) || !TOP_LEVEL.test(labels.at(-1)!)) return null;
  return `${local}@${domain}`;
}

/** What two spellings of one mailbox have in common: hardly any server tells `A@…` from `a@…`. */
export const emailKey = (email: string): string => email.toLowerCase();
