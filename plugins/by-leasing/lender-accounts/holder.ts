import { isSameParty, type Party } from '../accounts';

/** Whose contract it is: entities and sole proprietors by УНП, individuals by name. */
export type ContractHolder = { readonly unp: string } | { readonly familyName: string; readonly givenName: string };

/** A party as the lender's accounts are asked for it. */
export const holderOf = ({ kind, unp, surname, firstName }: Party): ContractHolder =>
  kind === 'INDIVIDUAL' ? { familyName: surname ?? '', givenName: firstName ?? '' } : { unp: unp ?? '' };

/** Whether a contract is this party's, by the comparison of deals of before; an УНП is never an individual's. */
export const isHeldBy = (holder: ContractHolder, party: Party): boolean =>
  'unp' in holder
    ? party.kind !== 'INDIVIDUAL' && isSameParty(party, { kind: party.kind, unp: holder.unp })
    : isSameParty(party, { kind: 'INDIVIDUAL', surname: holder.familyName, firstName: holder.givenName });
