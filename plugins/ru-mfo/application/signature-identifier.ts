import type { CommandContext } from '../../../modules/commands';
import { fieldCipherPort } from '../../../modules/database';

// Crockford's alphabet: nothing that is mistaken when read aloud.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/**
 * The identifier (идентификатор) of the ceremony in which the client confirmed the phone by a code: the same for every
 * document that this ceremony signs, different for every other ceremony, and nobody can make it up without the lender's key.
 */
export function signatureIdentifier(context: Pick<CommandContext, 'ports' | 'lender'>, clientId: string, phoneVerifiedAt: Date): string {
  const digest = context.ports
    .get(fieldCipherPort)
    .digest(`${clientId}/${phoneVerifiedAt.toISOString()}`, `${context.lender.id}/ru-mfo/signature`);
  const symbols = Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return symbols.match(/.{4}/g)!.join('-');
}
