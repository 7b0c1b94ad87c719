import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { publishDocument, verifiedCanonical } from '../../../modules/documents';
import { enforce, findingOf, formFinding, uphold } from '../../../modules/rules';
import { lockAccount } from '../accounts/account.record';
import { cite } from '../cite';
import { beltHash } from '../digital-signature';
import { DOCUMENT_PATH, lockLeasingDocument, logExchange, requireNext, requireUnsigned, saveDocument, tellStep } from '../documents/change';
import type { DocumentResult } from '../documents/create.command';
import { type LeasingDocumentRecord, leasingDocumentById } from '../documents/document.record';
import { serviceOf } from '../documents/service-of';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { personIndex } from '../identification/vault';
import { PLUGIN } from '../ids';
import { momentOf, refuse } from '../judge';
import { recorded } from '../operations/recorded';
import { openText } from '../sealed-text';
import { keepTrust } from '../trust/kept-trust';
import type { TrustFiles } from '../trust/port';
import { authoritiesOfOfficer, authorityFor, covers } from './authority.record';
import { SUBJECT } from './certificate-subject';
import { holdsPrivateKey, judgeText } from './judge-signature';
import { keepSignature, symbolsOf } from './keep-signature';
import { EDS_OF_OFFICER } from './methods';

export interface SignAsLender {
  readonly documentId: string;
  /** Detached CMS over the canonical text, DER. */
  readonly cms: Uint8Array;
  /** Authorities and revocation lists of now. */
  readonly trust: TrustFiles;
}

const SIGNATURE = ['input', 'signature'] as const;

/**
 * The lender's authorised officer hands in the ЭЦП that was made outside over a formed document; only then is it placed in the
 * cabinet (agreement, 3.11). The signature, the chain, revocations and the officer's authority are judged as of now.
 */
export const signAsLender = defineCommand<SignAsLender, DocumentResult>({
  name: 'byLeasingSignAsLender',
  plugin: PLUGIN,
  emits: [...ACCOUNT_EVENTS, 'ByLeasingDocumentStep', 'DocumentStatusChanged'],
  async run({ documentId, cms, trust }, context) {
    const [read] = await context.transaction.query(leasingDocumentById.statement, [[documentId]]);
    // The account before the document, as everywhere.
    const account = read && (await lockAccount(context, read.clientId));
    const document = await lockLeasingDocument(context, documentId);
    const asked = { operation: serviceOf(document.kind, document.role), reference: document.id };
    const judged = await recorded(context, account!, asked, () => judgedByOfficer(context, document, cms, trust));
    if (judged.findings) return judged;
    const { text, signer, authority } = judged.passed;
    const { id: authorityId, nameEnc, position, basis, basisNumber } = authority;
    await publishDocument(context, document.coreDocumentId!);
    await keepSignature(
      context,
      document,
      {
        documentId: document.coreDocumentId!,
        shownSha256: document.sha256!,
        signer: {
          kind: 'LENDER',
          id: context.caller.subject,
          name: openText(context, { table: 'by_leasing.signing_authority', id: authorityId, column: 'name' }, nameEnc),
        },
        method: EDS_OF_OFFICER,
        ceremonyId: null,
        identifier: symbolsOf(signer.serial, document.sha256!),
        evidence: { authority: authorityId, position, basis, basisNumber, certificateSerial: signer.serial, verifiedBy: 'GATEWAY' },
      },
      'EDS',
      {
        cms,
        signedHash: Buffer.from(beltHash(Buffer.from(text, 'utf8'))),
        certificateSerial: signer.serial,
        madeBy: 'OFFICER_TOOL',
        verifiedBy: 'GATEWAY',
        trust: await keepTrust(context, trust),
        authorityId,
      },
    );
    for (const citation of [cite('by-leasing/1/eds-tool'), cite('by-leasing/1/eds'), cite('by-leasing/1/eds-signing')]) enforce(citation);
    const offered = await saveDocument(context, { ...document, state: 'OFFERED', offeredAt: momentOf(context) });
    await logExchange(context, offered, 'LENDER_TO_CLIENT');
    tellStep(context, offered, 'SIGNED_BY_LENDER', enforce(cite('by-leasing/3.11/p1/lender-signs-first')));
    return { documentId };
  },
});

/** Everything that must hold of the officer's signature; changes nothing. @throws Refusal */
async function judgedByOfficer(context: CommandContext, document: LeasingDocumentRecord, cms: Uint8Array, trust: TrustFiles) {
  requireNoPrivateKey(cms);
  requireUnsigned(document);
  if (document.flow !== 'LENDER_ORIGINATED')
    throw new Refusal([findingOf('BY_LEASING_DOCUMENT_KIND_NOT_ALLOWED', cite('by-leasing/3.11/p2'), { kind: document.kind })]);
  requireNext(document, 'OFFERED');
  const text = await textOf(context, document.coreDocumentId!, document.sha256!);
  const signer = judgedSigner(text, cms, trust, context);
  const number = signer.subject.get(SUBJECT.personalNumber);
  const today = context.today.toString();
  const authorities = await authoritiesOfOfficer(context, context.caller.subject);
  const authority = authorityFor(authorities, number ? personIndex(context, number) : null, document.kind, today);
  refuse(
    uphold(
      cite('by-leasing/3.11/p1/authorised-officer'),
      authority !== undefined,
      'BY_LEASING_LENDER_SIGNER_NOT_AUTHORISED',
      { kind: document.kind, authorities: authorities.filter((one) => covers(one, document.kind, today)).length },
      { path: [...SIGNATURE] },
    ),
  );
  return { text, signer, authority: authority! };
}

/** The private key is the signer's alone: octets that hold one are refused unread (agreement, 1). */
export function requireNoPrivateKey(cms: Uint8Array): void {
  // Keys are made and used by a tool outside; here only what it made is judged.
  const clauses = [cite('by-leasing/1/private-key'), cite('by-leasing/1/eds-tool')];
  refuse(uphold(clauses, !holdsPrivateKey(cms), 'BY_LEASING_PRIVATE_KEY_EXPOSED', {}, { path: [...SIGNATURE] }));
}

/** The text of a core document. @throws Refusal BY_LEASING_DOCUMENT_INTEGRITY_BROKEN where it is not what its hash says */
export async function textOf(context: CommandContext, coreDocumentId: string, sha256: string): Promise<string> {
  const text = await verifiedCanonical(context, { id: coreDocumentId, sha256 });
  if (text === null)
    throw new Refusal([
      findingOf('BY_LEASING_DOCUMENT_INTEGRITY_BROKEN', cite('by-leasing/1/eds-integrity'), {}, { path: [...DOCUMENT_PATH] }),
    ]);
  return text;
}

/** The certificate of whoever signed the text. @throws Refusal with what does not hold of the signature */
export function judgedSigner(text: string, cms: Uint8Array, trust: TrustFiles, { now }: Pick<CommandContext, 'now'>) {
  const judged = judgeText(text, cms, trust, now);
  const changed = !judged.holds && judged.fault === 'CONTENT_CHANGED';
  const fault = judged.holds ? null : judged.fault;
  const options = { path: [...SIGNATURE] };
  refuse(
    uphold(
      [cite('by-leasing/1/eds-integrity'), cite('by-leasing/1/eds-signing')],
      !changed,
      'BY_LEASING_DOCUMENT_INTEGRITY_BROKEN',
      {},
      options,
    ),
    uphold(
      cite('by-leasing/1/eds-document'),
      fault !== 'SIGNER_MISSING' && fault !== 'MALFORMED',
      'BY_LEASING_EDS_SIGNATURE_INVALID',
      { fault },
      options,
    ),
    uphold(cite('by-leasing/1/eds-authenticity'), judged.holds || changed, 'BY_LEASING_EDS_SIGNATURE_INVALID', { fault }, options),
  );
  if (!judged.holds) throw new Refusal([formFinding('BY_LEASING_EDS_SIGNATURE_INVALID', SIGNATURE, { fault })]);
  return judged.signer;
}
