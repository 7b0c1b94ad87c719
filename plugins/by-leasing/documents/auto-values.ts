import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { type AccountRecord, phoneOf } from '../accounts/account.record';
import { termsInForce } from '../terms/terms.record';
import type { AutoSource } from './field-specs';

/** The deal that a document is about, as far as its writer may know it. */
export interface DealFacts {
  readonly applicationNumber?: string;
  readonly contractNumber?: string;
  readonly amount?: string;
  readonly termDays?: number;
  /** SHA-256 of the main terms that the client has read. */
  readonly mainTerms?: string | null;
}

/** What the lender knows and fills in for a client; nothing where it does not. */
export async function autoValues(
  context: CommandContext,
  account: AccountRecord,
  deal: DealFacts,
): Promise<Readonly<Partial<Record<AutoSource, string>>>> {
  const { profile } = await readClient(context, account.clientId);
  const { policy } = await termsInForce(context);
  const name = [profile.familyName, profile.givenName, profile.patronymic].filter(Boolean).join(' ');
  const place = account.kind === 'LEGAL_ENTITY' ? 'LEGAL' : 'RESIDENCE';
  const values: Record<AutoSource, string | null | undefined> = {
    PERSON_NAME: name,
    BIRTH_DATE: profile.birthDate,
    ADDRESS: profile.addresses?.find(({ kind }) => kind === place)?.text,
    PHONE: phoneOf(context, account),
    ORGANISATION: profile.legalName,
    UNP: profile.taxNumber,
    APPLICATION_NUMBER: deal.applicationNumber,
    CONTRACT_NUMBER: deal.contractNumber,
    AMOUNT: deal.amount,
    TERM_DAYS: deal.termDays === undefined ? null : String(deal.termDays),
    POLICY_VERSION: policy?.version ?? account.policyVersion,
    MAIN_TERMS: deal.mainTerms,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Partial<Record<AutoSource, string>>;
}
