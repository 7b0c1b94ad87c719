import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A mobile number of a Belarusian operator in E.164 form; `null` when it is not one. */
export function mobileNumber(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text, 'BY');
  return parsed?.country === 'BY' && parsed.isValid() && parsed.getType() === 'MOBILE' ? parsed.number : null;
}
