import { readClient } from '../../../modules/clients';
import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { enforce, type Finding, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { authorisationOf } from '../accounts/authorisation.record';
import { cite } from '../cite';
import { beltHash } from '../digital-signature';
import type { DocumentResult } from '../documents/create.command';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { pathOf, stepUp } from '../factors/step-up';
import { OPERATION_EVENT, proveOperation } from '../identification/operation-evidence';
import { type SigningGrant, signingGrant } from '../identification/signing-grant';
import { personIndex } from '../identification/vault';
import { PLUGIN } from '../ids';
import { refuse } from '../judge';
import { recorded } from '../operations/recorded';
import { requireOperation } from '../operations/require-operation';
import { keepTrust } from '../trust/kept-trust';
import type { TrustFiles } from '../trust/port';
import { type AuthorityRecord, authoritiesOfClient, authorityFor } from './authority.record';
import { documentToSign, type ToSign } from './before-signing';
import { SUBJECT } from './certificate-subject';
import { judgeText } from './judge-signature';
import { keepSignature, symbolsOf } from './keep-signature';
import { EDS_AT_MSI } from './methods';
import { textOf } from './sign-as-lender.command';
import { markSignedByClient } from './sign-by-code.command';

export interface BeginAtMsi {
  readonly documentId: string;
  /** Hexadecimal SHA-256 of the text that the client was shown. */
  readonly sha256: string;
}

export interface BegunAtMsi extends CommandResult {
  /** For `Msi.sign`; secret, never kept with the answer. */
  readonly grant?: string;
  readonly text?: string;
}

/** Says whether a client may have its document signed at МСИ now, and answers what МСИ needs for it (agreement, 6.2, 7.9). */
export const beginAtMsi = defineCommand<BeginAtMsi, BegunAtMsi>({
  name: 'byLeasingBeginDigitalSigning',
  plugin: PLUGIN,
  emits: [...ACCOUNT_EVENTS],
  async run({ documentId, sha256 }, context) {
    const toSign = await documentToSign(context, documentId, sha256, requireCertificatePath);
    if (toSign.findings) return toSign;
    const { account, text, asked } = toSign.passed;
    const operation = { service: asked.operation, reference: asked.reference, documentIntact: text !== null };
    const refused = await requireOperation(context, account, operation);
    if (refused.length > 0) return { findings: refused };
    const granted = await recorded(context, account, asked, () => signingGrant(context, account));
    return granted.findings ? granted : { grant: granted.passed.grant, text: text! };
  },
});

export interface CompleteAtMsi extends BeginAtMsi {
  /** belt-hash of the text, as МСИ counted it. */
  readonly hash: Uint8Array;
  /** Detached CMS. */
  readonly cms: Uint8Array;
  /** Authorities and revocation lists of now. */
  readonly trust: TrustFiles;
}

/**
 * Takes the ЭЦП that was made at МСИ: the hash must be the text's, the signature must hold as of now, and the certificate must be of the
 * person who was identified and may sign for the client (agreement, 3.14.2, 6.2). Hash and signature are kept (7.9).
 */
export const completeAtMsi = defineCommand<CompleteAtMsi, DocumentResult>({
  name: 'byLeasingCompleteDigitalSigning',
  plugin: PLUGIN,
  emits: [...ACCOUNT_EVENTS, OPERATION_EVENT, 'ByLeasingDocumentStep', 'DocumentStatusChanged'],
  async run(input, context) {
    const checked = await documentToSign(context, input.documentId, input.sha256, requireCertificatePath);
    if (checked.findings) return checked;
    const toSign = checked.passed;
    const { account, document, text, asked } = toSign;
    const grant = await recorded(context, account, asked, () => signingGrant(context, account));
    if (grant.findings) return grant;
    const granted = grant.passed;
    const judged = judgeText(text ?? '', input.cms, input.trust, context.now);
    const fault = judged.holds ? null : judged.fault;
    const sameHash = text !== null && Buffer.from(beltHash(Buffer.from(text, 'utf8'))).equals(input.hash);
    const serial = judged.holds ? judged.signer.serial : 'none';
    const service = asked.operation;
    const authenticated = await stepUp(context, account, {
      form: 'EDS',
      operation: service,
      reference: document.id,
      certificate: { holds: judged.holds && sameHash, presented: serial },
    });
    const found = judged.holds ? await authorised(context, toSign, granted, judged.signer.subject) : { holds: true, authority: null };
    const refused = await requireOperation(context, account, {
      service,
      reference: document.id,
      stepUp: authenticated,
      certificateAuthorised: found.holds,
      documentIntact: text !== null && fault !== 'CONTENT_CHANGED',
    });
    const invalid = signatureFinding(fault, sameHash);
    if (invalid || refused.length > 0) return { findings: [...(invalid ? [invalid] : []), ...refused] };
    await keep(context, toSign, granted, found.authority, serial, input);
    await proveOperation(context, account, {
      type: 'ByLeasingDocument',
      id: document.id,
      name: service,
      factors: authenticated.factors,
      textSha256: document.sha256,
    });
    await markSignedByClient(context, document);
    return { documentId: document.id };
  },
});

/** Who was authenticated by personal data signs in electronic form and not with a certificate (6.2). @throws Refusal */
function requireCertificatePath(account: AccountRecord): void {
  const path = pathOf(account);
  refuse(
    uphold(
      cite('by-leasing/6.2/p1'),
      path !== 'PERSONAL_DATA',
      'BY_LEASING_SIGNING_PATH_NOT_ALLOWED',
      { path },
      { path: ['input', 'documentId'] },
    ),
  );
}

/** What does not hold of the signature itself; it is stored and shown only when nothing does. */
const signatureFinding = (fault: string | null, sameHash: boolean): Finding | null =>
  uphold(
    [cite('by-leasing/1/eds-authenticity'), cite('by-leasing/1/eds-document')],
    fault === null && sameHash,
    'BY_LEASING_EDS_SIGNATURE_INVALID',
    {
      fault: fault ?? 'HASH_DIFFERS',
    },
  );

/** Whether the certificate is of the person who was identified, and whether that person may sign for the client (3.14.2). */
async function authorised(
  context: CommandContext,
  { account, document }: ToSign,
  { person }: SigningGrant,
  subject: ReadonlyMap<string, string>,
): Promise<{ readonly holds: boolean; readonly authority: AuthorityRecord | null }> {
  const number = subject.get(SUBJECT.personalNumber);
  if (number !== person.personalNumber) return { holds: false, authority: null };
  const { profile } = await readClient(context, account.clientId);
  if (account.kind === 'SOLE_PROPRIETOR') return { holds: subject.get(SUBJECT.unp) === profile.taxNumber, authority: null };
  const authorities = await authoritiesOfClient(context, account.clientId);
  const authority = authorityFor(authorities, personIndex(context, number), document.kind, context.today.toString());
  return { holds: authority !== undefined && subject.get(SUBJECT.unp) === profile.taxNumber, authority: authority ?? null };
}

async function keep(
  context: CommandContext,
  { account, document }: ToSign,
  { person, identificationId }: SigningGrant,
  authority: AuthorityRecord | null,
  serial: string,
  { cms, hash, trust }: CompleteAtMsi,
): Promise<void> {
  const text = await textOf(context, document.coreDocumentId!, document.sha256!);
  const authorisation = await authorisationOf(context);
  await keepSignature(
    context,
    document,
    {
      documentId: document.coreDocumentId!,
      shownSha256: document.sha256!,
      signer: {
        kind: document.role === 'LESSEE' ? 'CLIENT' : 'OTHER_PARTY',
        id: account.clientId,
        name: [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' '),
      },
      method: EDS_AT_MSI,
      ceremonyId: null,
      identifier: symbolsOf(serial, document.sha256!),
      evidence: {
        form: 'EDS',
        certificateSerial: serial,
        madeBy: 'MSI',
        verifiedBy: 'MSI',
        beltHash: Buffer.from(hash).toString('hex'),
        authorisation: authorisation?.id,
        authorisedAt: authorisation?.authorisedAt.toISOString(),
        session: authorisation?.sessionId,
        identification: identificationId,
        identifiedAt: account.identifiedAt?.toISOString(),
        authority: authority?.id ?? null,
      },
    },
    'EDS',
    {
      cms,
      signedHash: Buffer.from(beltHash(Buffer.from(text, 'utf8'))),
      certificateSerial: serial,
      authorisedAt: authorisation?.authorisedAt ?? null,
      madeBy: 'MSI',
      verifiedBy: 'MSI',
      trust: await keepTrust(context, trust),
      authorityId: authority?.id ?? null,
    },
  );
  for (const citation of [
    cite('by-leasing/1/eds-tool'),
    cite('by-leasing/1/eds'),
    cite('by-leasing/1/eds-signing'),
    cite('by-leasing/7.9/store'),
    cite('by-leasing/6.1'),
    cite('by-leasing/11.6/b1'),
  ])
    enforce(citation);
}
