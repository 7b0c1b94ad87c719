import type { ApplicationRecord } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import type { ContractTerms } from '../../../modules/contracts';
import { latestDecision } from '../../../modules/decisions';
import { type DocumentRecord, formDocument, voidDocument } from '../../../modules/documents';
import { Decimal } from '../../../schema/base';
import type { AddonRecord } from '../addons/addon.record';
import { addonService } from '../addons/addon-service';
import { countedAddons, offeredTermsWith } from '../addons/addon-terms';
import { keepInsuredTerms } from '../addons/insured-terms';
import { type AddonSale, offerAddons, renewRequests } from '../addons/offer-addons';
import { readLoanApplication, setTermsDocument } from '../application/loan-application.record';
import { checkFirstPage } from '../documents/check-first-page';
import { firstPageData } from '../documents/first-page-text';
import { type IndividualTermsData, individualTerms } from '../documents/individual-terms';
import { tariffOn } from '../finance';
import { PLUGIN } from '../ids';
import { lenderData, perform } from '../lenders';
import { acceptsByCode } from '../packet/acceptance-method';
import { borrowerLines, borrowerOf } from '../packet/borrower';
import { codeSignedTerms } from '../packet/client-offer';
import { payoutWords } from '../packet/form-documents';
import { voidPackets } from '../packet/form-packet';
import { formTermsPacket } from '../packet/terms-packet';
import { publishedOn } from '../publications';
import { requirePublished } from '../publications/published';
import { readReception } from '../reception/reception.record';
import { rules } from '../rule-set';
import { creditLimitOf } from '../tranches/credit-line';
import { rulesToday } from './resolve';

/** Decision and applicant, of whom every document of an offer speaks. */
interface Offer {
  readonly application: ApplicationRecord;
  readonly decision: Awaited<ReturnType<typeof standingDecision>>;
}

/**
 * Forms the individual terms of the standing decision and publishes them: they can be read before they are accepted.
 * With them every paid service is offered; where two buttons accept, the terms with the wished ones are a document of their own.
 */
export async function offerTerms(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const decision = await standingDecision(context, application.id);
  const { terms } = decision;
  await requirePublished(context, 'GENERAL_TERMS', 'publication.generalTerms');
  const changed = decision.kind === 'APPROVED_OTHER_TERMS';
  for (const duty of ['terms.formed', 'terms.lenderDetails', 'terms.schedule', 'terms.offer', 'terms.insuranceSeparable'] as const) {
    perform(context.lender.code, duty);
  }
  const addons = (await offerAddons(context, saleOf(application, decision))).filter(({ status }) => status === 'OFFERED');
  await formTerms(context, { application, decision }, terms, []);
  perform(context.lender.code, changed ? 'terms.publishedChanged' : 'terms.published');
  await formTermsPacket(context, application);
  const wished = addons.filter(({ wishedAt }) => wishedAt !== null);
  // Where services are ticked, the tick forms the terms anew.
  if (wished.length === 0 || !rules.read(rulesToday(context), 'acceptance.choices')) return;
  const insured = offeredTermsWith(context, terms, wished);
  await keepInsuredTerms(context, application, await termsDocument(context, { application, decision }, insured, wished), insured);
}

/** The terms as they stand with the services ticked so far: the earlier document takes no effect any more. */
export async function reofferTerms(context: CommandContext, application: ApplicationRecord): Promise<void> {
  const decision = await standingDecision(context, application.id);
  const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
  if (own?.termsDocumentId) await voidDocument(context, own.termsDocumentId);
  await voidPackets(context, { applicationId: application.id }, 'TERMS');
  const chosen = (await countedAddons(context, application.id)).filter(({ status }) => status === 'CHOSEN');
  await formTerms(context, { application, decision }, offeredTermsWith(context, decision.terms, chosen), chosen);
  const requests = await renewRequests(context, saleOf(application, decision));
  await formTermsPacket(
    context,
    application,
    requests.map((document) => ({ document, required: true })),
  );
}

/** The terms that the client accepts: those of the decision with the services that were ticked. */
export async function acceptedTerms(context: CommandContext, applicationId: string): Promise<ContractTerms> {
  const { terms } = await standingDecision(context, applicationId);
  const chosen = (await countedAddons(context, applicationId)).filter(({ status }) => status === 'CHOSEN' || status === 'JOINED');
  return offeredTermsWith(context, terms, chosen);
}

/** Services are sold with this loan, at prices that count on its sum. */
const saleOf = (application: ApplicationRecord, { kind, terms }: Offer['decision']): AddonSale => ({
  application,
  occasion: 'LOAN',
  occasionId: application.id,
  principal: new Decimal(terms.principal),
  changed: kind === 'APPROVED_OTHER_TERMS',
});

async function standingDecision(context: CommandContext, applicationId: string) {
  const [decision] = await context.transaction.query(latestDecision, [applicationId]);
  if (!decision?.terms) throw new Error(`Application ${applicationId} is offered without terms.`);
  return { ...decision, terms: decision.terms };
}

async function formTerms(context: CommandContext, offer: Offer, terms: ContractTerms, addons: readonly AddonRecord[]): Promise<void> {
  const document = await termsDocument(context, offer, terms, addons);
  await context.transaction.query(setTermsDocument, [offer.application.id, document.id]);
}

async function termsDocument(
  context: CommandContext,
  { application, decision }: Offer,
  terms: ContractTerms,
  addons: readonly AddonRecord[],
): Promise<DocumentRecord> {
  const client = await readClient(context, application.clientId);
  const [own] = await context.transaction.query(readLoanApplication, [[application.id]]);
  const { familyName, givenName, patronymic } = client.profile;
  const changed = decision.kind === 'APPROVED_OTHER_TERMS';
  const tariff = tariffOn(lenderData(context.lender.code)?.tariffs ?? [], context.today)!;
  const byCode = acceptsByCode(context);
  const template = byCode ? codeSignedTerms : individualTerms;
  const [received] = await context.transaction.query(readReception, [[application.id]]);
  const secured = (received?.securityKinds.length ?? 0) > 0;
  const firstPage = firstPageData(rulesToday(context), terms, secured);
  const values: IndividualTermsData = {
    number: application.number,
    formedOn: context.today.toString(),
    lender: { legalName: context.lender.legalName, details: context.lender.details },
    borrower: {
      name: [familyName, givenName, patronymic].filter(Boolean).join(' '),
      phone: client.phone ?? '—',
      email: client.email ?? '—',
      ...(byCode ? { identity: borrowerLines(await borrowerOf(context, application.clientId)) } : {}),
    },
    terms,
    creditLimit: await creditLimitOf(context, application, terms),
    payout: own?.payoutMethod ? payoutWords[own.payoutMethod] : '—',
    penalty: `${tariff.penaltyYearlyPercent} процентов годовых от непогашенной части основного долга`,
    changed: {
      amount: changed && terms.principal !== application.amount ? application.amount : null,
      termDays: changed && terms.termDays !== application.termDays ? application.termDays : null,
    },
    addons: addons.map(({ code, price }) => ({ title: addonService(context.lender.code, code)?.title.ru ?? code, price: price! })),
    firstPage,
    generalTerms: (await publishedOn(context, 'GENERAL_TERMS'))?.version ?? null,
  };
  checkFirstPage(context, { title: template.title.ru, blocks: template.layout(values), terms, firstPage, secured });
  return formDocument(context, {
    plugin: PLUGIN,
    template,
    values,
    clientId: application.clientId,
    applicationId: application.id,
    editionId: decision.editionId,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });
}
