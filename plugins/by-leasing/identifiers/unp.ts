import { stdnum } from 'stdnum';

/** Whether a text is a payer's account number (УНП): nine characters, the last one a check digit. No spaces, no prefix. */
export function isUnp(text: string): boolean {
  return /^[0-9A-Z]{9}$/.test(text) && stdnum.BY!.unp!.validate(text).isValid;
}
