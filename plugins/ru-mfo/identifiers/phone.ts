import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A Russian mobile number in E.164 form; `null` when it is not one. Takes the usual spellings, with +7 or 8. */
export function mobileNumber(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text, 'RU');
  return parsed?.country === 'RU' && parsed.isValid() && parsed.getType() === 'MOBILE' ? parsed.number : null;
}
