import type { CommandContext } from '../../../modules/commands';
import { uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { cite } from '../cite';
import { refuse } from '../judge';
import type { MsiPerson } from '../msi';
import { recordOf } from './identification.record';
import { openGrant, openPerson } from './vault';

export interface SigningGrant {
  readonly identificationId: string;
  /** For `Msi.sign`; secret. */
  readonly grant: string;
  /** Whose signature is awaited. */
  readonly person: MsiPerson;
}

/**
 * What the identification in force lets be signed at МСИ: only a signature made there counts, and only for who came there by certificate
 * (by-leasing 6.2). Whether the hour has passed is for `requireOperation` to say. @throws Refusal BY_LEASING_EDS_ORIGIN_NOT_MSI
 */
export async function signingGrant(context: CommandContext, account: AccountRecord): Promise<SigningGrant> {
  const record = account.identificationId ? await recordOf(context, account.identificationId) : null;
  const grantEnc = record?.source === 'MSI' && record.method === 'CERTIFICATE' ? record.grantEnc : null;
  refuse(uphold(cite('by-leasing/6.2/p2'), grantEnc !== null, 'BY_LEASING_EDS_ORIGIN_NOT_MSI'));
  const { id, personEnc } = record!;
  return {
    identificationId: id,
    grant: openGrant(context, id, grantEnc!),
    person: openPerson(context, 'identification_record', id, personEnc),
  };
}
