import type { ClientKind, ClientProfile } from '../../../modules/clients';

/** Who is party to a deal: by УНП, or by surname and first name where there is none. */
export interface Party {
  readonly kind: ClientKind;
  readonly unp?: string | null;
  readonly surname?: string | null;
  readonly firstName?: string | null;
  /** Идентификационный номер of a natural person, once МСИ or a deal told it: it stays when the name changes. */
  readonly personalNumber?: string | null;
}

/** One spelling of one name: ё and е are not told apart on paper. */
export const spelt = (text: string | null | undefined): string => (text ?? '').normalize('NFC').trim().toLowerCase().replaceAll('ё', 'е');

/** By what everybody gives: УНП, or surname and first name in one spelling; null where that is not whole. */
export function partyKey({ kind, unp, surname, firstName }: Party): string | null {
  if (kind !== 'INDIVIDUAL') return unp?.trim() || null;
  return spelt(surname) && spelt(firstName) ? JSON.stringify([spelt(surname), spelt(firstName)]) : null;
}

/** Whether two are one party, as deals of before are matched at registration; who is not named whole is nobody's equal. */
export const isSameParty = (one: Party, other: Party): boolean =>
  (one.kind === 'INDIVIDUAL') === (other.kind === 'INDIVIDUAL') && partyKey(one) !== null && partyKey(one) === partyKey(other);

/** The party that a client is, by what it registered with. */
export const partyOf = (kind: ClientKind, { taxNumber, familyName, givenName }: ClientProfile): Party => ({
  kind,
  unp: taxNumber,
  surname: familyName,
  firstName: givenName,
});
