import type { CommandContext } from '../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../modules/database';
import { type Finding, formFinding } from '../../modules/rules';

/** Where an encrypted text stands. */
export interface SealedPlace {
  /** With its schema, such as `by_leasing.claim`. */
  readonly table: string;
  readonly id: string;
  readonly column: string;
}

type Vault = Pick<CommandContext, 'ports'> & { readonly lender: { readonly id: string } };

export const sealText = ({ ports, lender }: Vault, place: SealedPlace, text: string): Buffer =>
  ports.get(fieldCipherPort).encrypt(text, fieldAad({ lenderId: lender.id, ...place }));

export const openText = ({ ports, lender }: Vault, place: SealedPlace, sealed: Buffer): string =>
  ports
    .get(fieldCipherPort)
    .decrypt(sealed, fieldAad({ lenderId: lender.id, ...place }))
    .toString('utf8');

const MAX_TEXT = 4_000;

/** What is wrong with a text that somebody wrote: nothing in it, or more than anybody reads. */
export function textFault(field: string, text: string | null | undefined): Finding | null {
  const length = text?.trim().length ?? 0;
  return length > 0 && length <= MAX_TEXT ? null : formFinding('BY_LEASING_TEXT_REQUIRED', ['input', field], { field, max: MAX_TEXT });
}
