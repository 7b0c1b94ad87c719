import { fieldAad } from '../database';

/** Where a secret stands in a text; what is left there when the secret is gone. */
export const SECRET_PLACE = '{secret}';
const SECRET_GONE = '••••••';

/** The place of an encrypted field of a message. */
export function notificationAad(lenderId: string, id: string, column: 'target' | 'text' | 'secret'): string {
  return fieldAad({ lenderId, table: 'core.notification', id, column });
}

/** The text as sent, or as shown afterwards when `secret` is null. */
export function fillSecret(text: string, secret: string | null): string {
  return text.replaceAll(SECRET_PLACE, secret ?? SECRET_GONE);
}
