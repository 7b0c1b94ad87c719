import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import type { AccountRecord } from '../accounts/account.record';
import { formOfPath, pathOf, type StepUp, stepUp } from '../factors/step-up';
import { type PetitionRecord } from './petition.record';
import { petitionDigest } from './petition-operation';
import { serviceOf } from './petition-status';

export interface Confirmation {
  readonly ceremonyId: string | null;
  readonly code: string | null;
  readonly codeWord: string | null;
}

const used = statement<{ id: string }>(
  'by_leasing_petition_of_identification',
  'select id from by_leasing.petition where client_id = $1 and identification_id = $2',
);

export interface Confirmed {
  /** Null: no authentication of its own was made. */
  readonly stepUp: StepUp | null;
  readonly identificationId: string | null;
}

/**
 * The additional authentication of one petition (5.7): by code and code word; on the path of certificates by an identification through
 * MSI with the certificate, made after the petition was written and used for no other.
 */
export async function confirmPetition(
  context: CommandContext,
  account: AccountRecord,
  petition: PetitionRecord,
  { ceremonyId, code, codeWord }: Confirmation,
): Promise<Confirmed> {
  const path = pathOf(account);
  const place = { operation: serviceOf(petition.subject), reference: petition.id };
  if (path && formOfPath[path] === 'EDS') {
    const { identificationId, identifiedAt, identifiedBy } = account;
    const fresh = identifiedBy === 'CERTIFICATE' && identifiedAt !== null && identifiedAt > petition.draftedAt;
    const spent = identificationId ? await context.transaction.query(used, [account.clientId, identificationId]) : [];
    if (!fresh || spent.length > 0) return { stepUp: null, identificationId: null };
    const certificate = { holds: true, presented: identificationId! };
    return { stepUp: await stepUp(context, account, { form: 'EDS', ...place, certificate }), identificationId };
  }
  if (!ceremonyId && !code && !codeWord) return { stepUp: null, identificationId: null };
  const entered =
    ceremonyId && code ? { ceremonyId, code, purpose: 'OPERATION' as const, operationDigest: petitionDigest(petition) } : null;
  return { stepUp: await stepUp(context, account, { form: 'ELECTRONIC_FORM', ...place, code: entered, codeWord }), identificationId: null };
}
