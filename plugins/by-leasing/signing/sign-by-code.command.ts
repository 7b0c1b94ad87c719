import { readClient } from '../../../modules/clients';
import { type CommandContext, defineCommand } from '../../../modules/commands';
import { markSigned } from '../../../modules/documents';
import { enforce, type Finding, uphold } from '../../../modules/rules';
import { authorisationOf } from '../accounts/authorisation.record';
import { cite } from '../cite';
import { saveDocument, tellStep } from '../documents/change';
import type { DocumentResult } from '../documents/create.command';
import { kindRules } from '../documents/kinds';
import { factorsByStepUp } from '../factors/factor.record';
import { ACCOUNT_EVENTS } from '../factors/security-event';
import { pathOf, type StepUp, stepUp } from '../factors/step-up';
import { OPERATION_EVENT, proveOperation } from '../identification/operation-evidence';
import { PLUGIN } from '../ids';
import { momentOf, refuse, rulesToday } from '../judge';
import { requireOperation } from '../operations/require-operation';
import { rules } from '../rules';
import { documentToSign, type ToSign } from './before-signing';
import { keepSignature, symbolsOf } from './keep-signature';
import { CODE_WORD_AND_CODE } from './methods';
import { signingDigest } from './sign-operation';

export interface PresentedFactor {
  /** `CODE_WORD`, `OTP`; `GOSSUOK_CERT` for an ЭЦП that was made elsewhere than at МСИ, which is refused; anything else was not designated by the lender. */
  readonly factor: string;
  /** Secret. */
  readonly value: string;
}

export interface SignByCode {
  readonly documentId: string;
  /** Hexadecimal SHA-256 of the text that the client was shown. */
  readonly sha256: string;
  readonly ceremonyId: string | null;
  readonly factors: readonly PresentedFactor[];
}

/**
 * The client signs by an analogue of the handwritten signature: code word and confirmation code (agreement, 5.8, 6.3). The six items
 * of 6.4 are kept with the signature, the secrets among them as keyed digests.
 */
export const signByCode = defineCommand<SignByCode, DocumentResult>({
  name: 'byLeasingSignDocument',
  plugin: PLUGIN,
  emits: [...ACCOUNT_EVENTS, OPERATION_EVENT, 'ByLeasingDocumentStep', 'DocumentStatusChanged'],
  async run({ documentId, sha256, ceremonyId, factors }, context) {
    const toSign = await documentToSign(context, documentId, sha256, async (account) => {
      requirePersonalDataPath(account, factors);
      requireDesignated(context, factors);
      await requireAuthorisationItems(context);
    });
    if (toSign.findings) return toSign;
    const { account, document, text, asked } = toSign.passed;
    const given = (factor: string) => factors.find((one) => one.factor === factor)?.value ?? null;
    const code = given('OTP');
    const service = asked.operation;
    const authenticated = await stepUp(context, account, {
      form: 'ELECTRONIC_FORM',
      operation: service,
      reference: document.id,
      code: code && ceremonyId ? { ceremonyId, code, purpose: 'SIGN_DOCUMENT', operationDigest: signingDigest(document) } : null,
      codeWord: given('CODE_WORD'),
    });
    const short = missingFactor(context, factors);
    const refused = await requireOperation(context, account, {
      service,
      reference: document.id,
      stepUp: authenticated,
      documentIntact: text !== null,
    });
    if (short || refused.length > 0) return { findings: [...(short ? [short] : []), ...refused] };
    await keep(context, toSign.passed, authenticated);
    return { documentId };
  },
});

/** Who was authenticated by certificate signs with a digital signature made at МСИ, and not by a code (6.2). @throws Refusal */
function requirePersonalDataPath(account: ToSign['account'], factors: readonly PresentedFactor[]): void {
  const path = pathOf(account);
  // Only what МСИ makes counts: an ЭЦП that the client made itself is told what is wrong with it.
  const brought = path === 'CERTIFICATE' && factors.some(({ factor }) => factor === 'GOSSUOK_CERT');
  refuse(uphold(cite('by-leasing/6.2/p2'), !brought, 'BY_LEASING_EDS_ORIGIN_NOT_MSI', {}, { path: ['input', 'factors'] }));
  const clauses = [cite('by-leasing/6.2/p1'), cite('by-leasing/6.2/p2')];
  refuse(uphold(clauses, path !== 'CERTIFICATE', 'BY_LEASING_SIGNING_PATH_NOT_ALLOWED', { path }, { path: ['input', 'documentId'] }));
}

/** A signature is made of factors that the lender designated, and of no others (agreement, 1). */
function requireDesignated(context: CommandContext, factors: readonly PresentedFactor[]): void {
  const designated = rules.read(rulesToday(context), 'signing.designatedFactors');
  if (!designated) return;
  const strange = factors.find(({ factor }) => !(designated.value as readonly string[]).includes(factor));
  refuse(
    uphold(designated.citations, strange === undefined, 'BY_LEASING_AUTH_FACTOR_NOT_DESIGNATED', () => ({ factor: strange!.factor }), {
      path: ['input', 'factors'],
    }),
  );
}

/** Both factors are needed, one of knowledge and one of possession (6.3). */
function missingFactor(context: CommandContext, factors: readonly PresentedFactor[]): Finding | null {
  const wanted = rules.read(rulesToday(context), 'signing.electronicForm.factors');
  if (!wanted) return null;
  const presented = factors.map(({ factor }) => factor);
  return uphold(
    [...wanted.citations, cite('by-leasing/6.3'), cite('by-leasing/11.6/b2')],
    wanted.value.every((factor) => presented.includes(factor)),
    'BY_LEASING_MFA_INSUFFICIENT',
    {},
    { path: ['input', 'factors'] },
  );
}

async function keep(context: CommandContext, { account, document, asked }: ToSign, authenticated: StepUp): Promise<void> {
  const checked = await context.transaction.query(factorsByStepUp.statement, [[authenticated.id]]);
  const digestOf = (factor: string) => checked.find((one) => one.factor === factor && one.result === 'MATCH')?.digest ?? null;
  const authorisation = await authorisationOf(context);
  const items = {
    LOGIN_PHONE: authorisation?.loginDigest ?? null,
    PASSWORD: authorisation?.passwordDigest ?? null,
    OTP: digestOf('OTP'),
    AUTHORISED_AT_UTC: authorisation?.authorisedAt ?? null,
    SIGNED_AT_UTC: momentOf(context),
    CODE_WORD: digestOf('CODE_WORD'),
  };
  requireItems(context, items);
  const { completed, identifier } = { completed: authenticated.ceremony!, identifier: authenticated.ceremony!.identifier };
  const { profile } = await readClient(context, account.clientId);
  const name = [profile.familyName, profile.givenName, profile.patronymic].filter(Boolean).join(' ') || profile.legalName;
  const hex = (digest: Buffer | null) => digest?.toString('hex') ?? null;
  await keepSignature(
    context,
    document,
    {
      documentId: document.coreDocumentId!,
      shownSha256: document.sha256!,
      signer: { kind: document.role === 'LESSEE' ? 'CLIENT' : 'OTHER_PARTY', id: account.clientId, ...(name ? { name } : {}) },
      method: CODE_WORD_AND_CODE,
      ceremonyId: completed.ceremonyId,
      identifier: symbolsOf(identifier, document.sha256!),
      evidence: {
        form: 'ELECTRONIC_FORM',
        items: {
          LOGIN_PHONE: hex(items.LOGIN_PHONE),
          PASSWORD: hex(items.PASSWORD),
          OTP: hex(items.OTP),
          CODE_WORD: hex(items.CODE_WORD),
          AUTHORISED_AT_UTC: items.AUTHORISED_AT_UTC?.toISOString(),
          SIGNED_AT_UTC: items.SIGNED_AT_UTC.toISOString(),
        },
        authorisation: authorisation?.id,
        session: authorisation?.sessionId,
        stepUp: authenticated.id,
        factors: checked.map(({ id, factor, factorClass, result, checkedAt }) => ({
          id,
          factor,
          factorClass,
          result,
          at: checkedAt.toISOString(),
        })),
        identification: account.identificationId,
        identifiedAt: account.identifiedAt?.toISOString(),
      },
    },
    'ELECTRONIC_FORM',
    {
      loginDigest: items.LOGIN_PHONE,
      passwordDigest: items.PASSWORD,
      codeDigest: items.OTP,
      codeWordDigest: items.CODE_WORD,
      authorisedAt: items.AUTHORISED_AT_UTC,
    },
  );
  for (const citation of [
    cite('by-leasing/11.6/b1'),
    cite('by-leasing/11.6/b2'),
    cite('by-leasing/1/electronic-form-document'),
    cite('by-leasing/6.1'),
  ])
    enforce(citation);
  await proveOperation(context, account, {
    type: 'ByLeasingDocument',
    id: document.id,
    name: asked.operation,
    factors: authenticated.factors,
    textSha256: document.sha256,
  });
  await markSignedByClient(context, document);
}

/** The items that come from the session are there before a code is spent; that there is a session at all is judged with the operation. */
async function requireAuthorisationItems(context: CommandContext): Promise<void> {
  const authorisation = await authorisationOf(context);
  if (!authorisation) return;
  const { loginDigest, passwordDigest, authorisedAt } = authorisation;
  requireItems(context, { LOGIN_PHONE: loginDigest, PASSWORD: passwordDigest, AUTHORISED_AT_UTC: authorisedAt });
}

/** A record that lacks one of the six items is none (6.4); judges those that are named. */
function requireItems(context: CommandContext, items: Readonly<Record<string, unknown>>): void {
  const wanted = rules.read(rulesToday(context), 'signing.electronicForm.items');
  const missing = wanted?.value.filter((item) => item in items && items[item] == null) ?? [];
  refuse(
    uphold(wanted?.citations ?? [cite('by-leasing/6.4')], missing.length === 0, 'BY_LEASING_SIGNATURE_RECORD_INCOMPLETE', {
      missing: missing.join(', '),
    }),
  );
}

/** The client's signature is kept: nothing about the document changes any more but that it is handed over. */
export async function markSignedByClient(context: CommandContext, document: ToSign['document']): Promise<void> {
  await markSigned(context, document.coreDocumentId!);
  const signed = await saveDocument(context, { ...document, state: 'SIGNED', signedAt: momentOf(context) });
  const { action, performing } = kindRules[document.kind];
  if (performing) enforce(cite('by-leasing/3.13.7'));
  tellStep(context, signed, action === 'AGREE' && document.role === 'LESSEE' ? 'AGREED' : 'SIGNED', enforce(cite('by-leasing/3.9/p1')));
}
