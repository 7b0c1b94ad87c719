import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { findingOf, formFinding } from '../../../modules/rules';
import { cite } from '../cite';
import { momentOf, whoOf } from '../command-support/moments';
import { newId } from '../command-support/rows';
import { seal } from '../command-support/seal';
import { PLUGIN } from '../ids';
import { CertificateEndEntity } from './certificate-end.entity';
import { RulesVersionEntity } from './rules-version.entity';
import { type AuthorityBasis, SigningAuthorityEntity } from './signing-authority.entity';

export interface AuthorityRecord {
  readonly id: string;
  readonly signer: string;
  readonly nameEnc: Buffer;
  readonly position: string;
  readonly basis: AuthorityBasis;
  readonly basisNumber: string | null;
}

const columns = 'id, signer, name_enc as "nameEnc", position, basis, basis_number as "basisNumber"';
const authorityOn = statement<AuthorityRecord>(
  'by_pledge_authority_on',
  `select ${columns} from by_pledge.signing_authority where ($1::text is null or signer = $1) and valid_from <= $2 and (valid_to is null or valid_to >= $2)
   order by recorded_at desc, id desc limit 1`,
);
const rulesOn = statement<{ version: string }>(
  'by_pledge_rules_on',
  'select version from by_pledge.rules_version where effective_from <= $1 order by effective_from desc, published_at desc limit 1',
);
const certificateEnd = statement<{ endedOn: string }>(
  'by_pledge_certificate_end',
  'select ended_on::text as "endedOn" from by_pledge.certificate_end where number = $1',
);

export interface RecordSigningAuthority {
  readonly signer: string;
  readonly name: string;
  readonly position: string;
  readonly basis: AuthorityBasis;
  readonly basisNumber: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const TEXT = /^[^\p{C}]{1,200}$/u;

/** Records who signs for the lender: by the charter, or by a power of attorney with its number. */
export const recordSigningAuthority = defineCommand<RecordSigningAuthority, CommandResult>({
  name: 'byPledgeRecordSigningAuthority',
  plugin: PLUGIN,
  emits: [],
  async run(input, context) {
    const wrong = (['signer', 'name', 'position'] as const).filter((field) => !TEXT.test(input[field].trim()));
    const needsNumber = input.basis === 'POWER_OF_ATTORNEY' && !input.basisNumber?.trim();
    const invalid = [
      ...wrong,
      ...(needsNumber ? ['basisNumber'] : []),
      ...(input.validTo && input.validTo < input.validFrom ? ['validTo'] : []),
    ];
    if (invalid.length > 0) throw new Refusal(invalid.map((field) => formFinding('BY_PLEDGE_FIELD_INVALID', ['input', field], { field })));
    const id = newId(context);
    await context.transaction.insert(SigningAuthorityEntity, {
      lenderId: context.lender.id,
      id,
      signer: input.signer.trim(),
      nameEnc: seal(context, 'signing_authority', id, 'name', input.name.normalize('NFC').trim()),
      position: input.position.normalize('NFC').trim(),
      basis: input.basis,
      basisNumber: input.basisNumber?.trim() || null,
      validFrom: input.validFrom,
      validTo: input.validTo,
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
    });
    context.audit({ authority: id, basis: input.basis });
    return {};
  },
});

export interface PublishRules {
  readonly version: string;
  readonly effectiveFrom: string;
}

const VERSION = /^[\w.-]{1,40}$/;

/** A version of the Microloan Rules stands from a day on; a version is published once. */
export const publishRules = defineCommand<PublishRules, CommandResult>({
  name: 'byPledgePublishRules',
  plugin: PLUGIN,
  emits: [],
  async run({ version, effectiveFrom }, context) {
    if (!VERSION.test(version)) throw new Refusal([formFinding('BY_PLEDGE_FIELD_INVALID', ['input', 'version'], { field: 'version' })]);
    await context.transaction.insert(RulesVersionEntity, {
      lenderId: context.lender.id,
      version,
      effectiveFrom,
      publishedBy: whoOf(context),
      publishedAt: momentOf(context),
    });
    context.audit({ rules: version });
    return {};
  },
});

export interface RecordCertificateEnd {
  readonly number: string;
  readonly endedOn: string;
}

/** The lender was excluded from the register of microfinance organisations: nothing is pledged to it from that day on. */
export const recordCertificateEnd = defineCommand<RecordCertificateEnd, CommandResult>({
  name: 'byPledgeRecordCertificateEnd',
  plugin: PLUGIN,
  emits: [],
  async run({ number, endedOn }, context) {
    await context.transaction.insert(CertificateEndEntity, {
      lenderId: context.lender.id,
      number,
      endedOn,
      recordedBy: whoOf(context),
      recordedAt: momentOf(context),
    });
    context.audit({ certificate: number });
    return {};
  },
});

/** The standing authority of a signer, or of anybody without one. @throws Refusal BY_PLEDGE_SIGNER_NOT_AUTHORISED */
export async function requireAuthority(context: CommandContext, signer: string | null): Promise<AuthorityRecord> {
  const on = context.today.toString();
  const [authority] = await context.transaction.query(authorityOn, [signer, on]);
  if (authority) return authority;
  throw new Refusal([findingOf('BY_PLEDGE_SIGNER_NOT_AUTHORISED', cite('by-pledge/0/pledgee'), { signer: signer ?? '—', on })]);
}

/** The version of the Microloan Rules in force today. @throws Refusal BY_PLEDGE_RULES_NOT_PUBLISHED */
export async function requireRules(context: CommandContext): Promise<string> {
  const on = context.today.toString();
  const [found] = await context.transaction.query(rulesOn, [on]);
  if (found) return found.version;
  throw new Refusal([findingOf('BY_PLEDGE_RULES_NOT_PUBLISHED', cite('by-pledge/1.6'), { on })]);
}

/** When a certificate ended; null while it stands. */
export async function certificateEndedOn(context: CommandContext, number: string): Promise<string | null> {
  return (await context.transaction.query(certificateEnd, [number]))[0]?.endedOn ?? null;
}
