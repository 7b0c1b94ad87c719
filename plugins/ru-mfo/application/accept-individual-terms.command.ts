import { guard, lifecycleEvents, lockApplication, requireTransition, transition } from '../../../modules/applications';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { acceptContract, type ContractTerms } from '../../../modules/contracts';
import { latestDecision } from '../../../modules/decisions';
import { type DocumentRecord, lockDocument, markSent, markSigned, voidDocument } from '../../../modules/documents';
import { findingOf, formFinding, uphold } from '../../../modules/rules';
import { recordSignature } from '../../../modules/signatures';
import { readInsuredTerms } from '../addons/addon.record';
import { ADDON_CHANGED } from '../addons/addon-events';
import { joinAddons } from '../addons/join-addons';
import { PLUGIN } from '../ids';
import { dutyOf, perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { acceptanceMethod } from '../packet/acceptance-method';
import { readRegistration } from '../registration/registration.record';
import { rules } from '../rule-set';
import { requireLineFlow } from '../tranches/credit-line';
import type { InsuranceChoice } from './loan-application.entity';
import { readFirstAcceptance, readLoanApplication, setAccepted, setTermsDocument } from './loan-application.record';
import { phoneCeremony } from './phone-ceremony';
import { PHONE_CODE } from './signing-method';

export interface AcceptIndividualTerms {
  readonly applicationId: string;
  /** SHA-256 of the terms that the client read, hexadecimal. */
  readonly documentSha256: string;
  /** Which of the two buttons was pressed. */
  readonly choice: InsuranceChoice;
}

export interface AcceptedTerms extends CommandResult {
  readonly applicationId?: string;
  readonly contractId?: string;
}

/**
 * The client presses the button: the offer is accepted at this moment, the terms are signed with the identifier of the
 * ceremony that confirmed the phone, and the term for the transfer begins. The contract is not concluded by it.
 */
export const acceptIndividualTerms = defineCommand<AcceptIndividualTerms, AcceptedTerms>({
  name: 'ruMfoAcceptIndividualTerms',
  plugin: PLUGIN,
  emits: [...lifecycleEvents, ADDON_CHANGED],
  async run({ applicationId, documentSha256, choice }, context) {
    const application = await lockApplication(context, applicationId);
    const notOwn = uphold(
      dutyOf(context.lender.code, 'acceptance.recorded'),
      context.caller.kind === 'CLIENT' && context.caller.clientId === application.clientId,
      'RU_MFO_OFFER_NOT_SIGNED',
    );
    if (notOwn) throw new Refusal([notOwn]);
    const method = acceptanceMethod(context);
    const otherwise = uphold(method?.citations ?? [], method?.value !== 'CODE', 'RU_MFO_ACCEPTANCE_METHOD_INVALID', { method: 'CODE' });
    if (otherwise) throw new Refusal([otherwise]);
    requireTransition(application, 'SIGN');
    const warnings = await guard(context, application, 'SIGN');
    const [own] = await context.transaction.query(readLoanApplication, [[applicationId]]);
    const [decision] = await context.transaction.query(latestDecision, [applicationId]);
    if (!own?.termsDocumentId || !decision?.terms)
      throw new Refusal([formFinding('RU_MFO_DOCUMENT_NOT_PUBLISHED', ['input', 'applicationId'])]);
    const choices = rules.read(rulesToday(context), 'acceptance.choices');
    const insured = choice === 'WITH_INSURANCE';
    const changed = decision.kind === 'APPROVED_OTHER_TERMS';
    requireLineFlow(context, application, { insured, changed });
    const refused = uphold(
      choices?.citations ?? [],
      !insured || (own.insuranceWanted && choices !== null),
      'RU_MFO_INSURANCE_NOT_OFFERED',
      {},
      { path: ['input', 'choice'] },
    );
    if (refused) throw new Refusal([refused]);
    const { accepted, terms, other } = await halvesOf(context, applicationId, insured, changed, {
      documentId: own.termsDocumentId,
      terms: decision.terms,
    });
    const document = await lockDocument(context, accepted);
    if (document.sha256 !== documentSha256.toLowerCase())
      throw new Refusal([formFinding('RU_MFO_DOCUMENT_CHANGED', ['input', 'documentSha256'])]);

    const ceremony = await phoneCeremony(context, application.clientId);
    if (!ceremony) throw new Refusal([formFinding('RU_MFO_PHONE_NOT_VERIFIED', ['input', 'applicationId'])]);
    const [registration] = await context.transaction.query(readRegistration, [[application.clientId]]);
    perform(context.lender.code, 'signature.agreement');
    // The first acceptance is the consent to this signature in all later relations.
    const [standing] = await context.transaction.query(readFirstAcceptance, [application.clientId]);
    const at = new Date(context.now.epochMilliseconds);
    await context.transaction.query(setAccepted, [applicationId, choice, at, ceremony.identifier]);
    if (other) {
      await voidDocument(context, other);
      await context.transaction.query(setTermsDocument, [applicationId, document.id]);
    }
    for (const duty of [
      'acceptance.recorded',
      'acceptance.moment',
      'acceptance.signature',
      'acceptance.standingConsent',
      'acceptance.parts',
      'acceptance.authenticated',
    ] as const) {
      perform(context.lender.code, duty);
    }
    if (changed) for (const duty of ['acceptance.changedTerms', 'acceptance.signatureChanged'] as const) perform(context.lender.code, duty);
    const sign = async ({ id, sha256 }: Pick<DocumentRecord, 'id' | 'sha256'>) => {
      await recordSignature(context, {
        documentId: id,
        shownSha256: sha256,
        signer: { kind: 'CLIENT', id: application.clientId },
        method: PHONE_CODE,
        ceremonyId: ceremony.id,
        identifier: ceremony.identifier,
        evidence: {
          choice,
          acceptedAt: at.toISOString(),
          codeEnteredAt: ceremony.usedAt.toISOString(),
          session: context.caller.sessionId,
          agreement: registration?.signatureAgreementVersion ?? null,
          generalTerms: registration?.generalTermsVersion ?? null,
          standingConsentAt: (standing?.acceptedAt ?? at).toISOString(),
        },
      });
      await markSigned(context, id);
    };
    await sign(document);
    await joinAddons(context, { application, occasionId: applicationId, codeEnteredAt: ceremony.usedAt, pressed: insured, changed, sign });
    const contract = await acceptContract(context, application, terms);
    await transition(context, application, 'SIGN');
    await markSent(context, document.id);
    context.audit({ document: document.id, sha256: document.sha256, choice });
    return { applicationId, contractId: contract.id, findings: warnings };
  },
});

interface Half {
  readonly documentId: string;
  readonly terms: ContractTerms;
}

/** The document and terms that the pressed button accepts, and the other button's document, which takes no effect. */
async function halvesOf(
  context: CommandContext,
  applicationId: string,
  insured: boolean,
  changed: boolean,
  plain: Half,
): Promise<{ readonly accepted: string; readonly terms: ContractTerms; readonly other: string | null }> {
  const [other] = await context.transaction.query(readInsuredTerms, [[applicationId]]);
  if (!insured) return { accepted: plain.documentId, terms: plain.terms, other: other?.documentId ?? null };
  // What was wished and could not be disclosed was not offered, and nobody joins what could not be read.
  const disclosures = dutyOf(context.lender.code, changed ? 'insurance.documentsChanged' : 'insurance.documents');
  if (!other) throw new Refusal([findingOf('RU_MFO_ADDON_DISCLOSURE_MISSING', disclosures, {}, { path: ['input', 'choice'] })]);
  return { accepted: other.documentId, terms: other.terms, other: plain.documentId };
}
