import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const read = (text: string) => {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: 'RU', extract: false });
  return parsed?.country === 'RU' && parsed.isValid() && !parsed.ext ? parsed : null;
};

/** A Russian mobile number in E.164 form; `null` when it is not one. Takes the usual spellings, with +7 or 8. */
export function mobileNumber(text: string): string | null {
  const parsed = read(text);
  return parsed?.getType() === 'MOBILE' ? parsed.number : null;
}

/** A Russian number of a fixed line in E.164 form; `null` when it is not one. */
export function landlineNumber(text: string): string | null {
  const parsed = read(text);
  return parsed?.getType() === 'FIXED_LINE' ? parsed.number : null;
}

/** Any Russian number of a person in E.164 form; `null` when there is no such number. */
export const phoneNumber = (text: string): string | null => mobileNumber(text) ?? landlineNumber(text);
