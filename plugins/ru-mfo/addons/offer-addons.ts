import type { ApplicationRecord } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { uuidv7 } from '../../../modules/database';
import { type DocumentRecord, formDocument, lockDocument } from '../../../modules/documents';
import type { Decimal } from '../../../schema/base';
import { PLUGIN } from '../ids';
import { perform } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { rules } from '../rule-set';
import { AddonEntity } from './addon.entity';
import { type AddonRecord, readAddonsOfOccasion, setAddonOffered, setAddonRequest } from './addon.record';
import { tellAddon } from './addon-events';
import { addonParams, undisclosed } from './addon-rules';
import { type AddonOccasion, type AddonService, addonService, addonsOf, priceOf } from './addon-service';
import { type AddonDocumentData, insuranceMemo, insuranceRequest, serviceMemo, serviceRequest } from './documents';
import { withdrawalTerm } from './withdrawal-term';

/** What services are sold with: a loan, or one prolongation of it. */
export interface AddonSale {
  readonly application: Pick<ApplicationRecord, 'id' | 'clientId' | 'number'>;
  readonly occasion: AddonOccasion;
  /** Id of the application, or of the prolongation. */
  readonly occasionId: string;
  /** The loan that prices count on. */
  readonly principal: Decimal;
  /** Whether terms on which the offer rests differ from what was applied for. */
  readonly changed: boolean;
}

const addresseeWords: Readonly<Record<string, string>> = { LENDER: 'кредитору', INSURER: 'страховщику' };

/** Keeps which services the applicant wishes to be offered; nothing is bought by it. Unknown codes are left out. */
export async function wishAddons(
  context: CommandContext,
  application: Pick<ApplicationRecord, 'id' | 'clientId'>,
  wanted: (service: AddonService) => boolean,
): Promise<void> {
  for (const service of addonsOf(context.lender.code, context.today, 'LOAN').filter(wanted)) {
    const id = uuidv7(context.now.epochMilliseconds);
    await context.transaction.insert(AddonEntity, {
      ...rowOf(context, application, service),
      id,
      occasion: 'LOAN',
      occasionId: application.id,
      status: 'WISHED',
      wishedAt: new Date(context.now.epochMilliseconds),
    });
    tellAddon(context, { id, applicationId: application.id, clientId: application.clientId, code: service.code }, 'WISHED');
  }
}

/**
 * Offers services before consent: fixes their prices and publishes memo and application of each, to read and download.
 * Where the lender has two buttons, only what the applicant wished; elsewhere all of the catalogue, to be ticked one by one.
 * A service whose terms or costs are not disclosed, or that costs as much as is lent, is not offered.
 */
export async function offerAddons(context: CommandContext, sale: AddonSale): Promise<readonly AddonRecord[]> {
  const resolved = rulesToday(context);
  const known = await context.transaction.query(readAddonsOfOccasion, [sale.occasionId]);
  const wishedOnly = sale.occasion === 'LOAN' && rules.read(resolved, 'acceptance.choices') !== null;
  for (const service of addonsOf(context.lender.code, context.today, sale.occasion)) {
    const wished = known.find(({ code }) => code === service.code);
    if (wishedOnly && !wished) continue;
    if (wished && wished.status !== 'WISHED') continue;
    const price = priceOf(service, sale.principal);
    if (undisclosed(resolved, sale.occasion, service) || !price?.lt(sale.principal)) continue;
    await offerOne(context, sale, service, price.toFixed(2), wished ?? null);
  }
  return context.transaction.query(readAddonsOfOccasion, [sale.occasionId]);
}

/**
 * Applications for services that a packet took with it when it was formed anew are formed anew too, with the prices that were fixed.
 * Answers those of the services ticked so far.
 */
export async function renewRequests(context: CommandContext, sale: AddonSale): Promise<readonly DocumentRecord[]> {
  const chosen: DocumentRecord[] = [];
  for (const addon of await context.transaction.query(readAddonsOfOccasion, [sale.occasionId])) {
    if (addon.status !== 'OFFERED' && addon.status !== 'CHOSEN') continue;
    const service = addonService(context.lender.code, addon.code);
    let request = await lockDocument(context, addon.requestDocumentId!);
    if (service && request.status === 'VOID') {
      const values = await valuesOf(context, sale, service, addon.price!);
      request = await formOne(context, sale, service.kind === 'INSURANCE' ? insuranceRequest : serviceRequest, values);
      await context.transaction.query(setAddonRequest, [addon.id, request.id]);
    }
    if (addon.status === 'CHOSEN') chosen.push(request);
  }
  return chosen;
}

async function offerOne(
  context: CommandContext,
  sale: AddonSale,
  service: AddonService,
  price: string,
  wished: AddonRecord | null,
): Promise<void> {
  const { application } = sale;
  const insurance = service.kind === 'INSURANCE';
  const values = await valuesOf(context, sale, service, price);
  const memo = await formOne(context, sale, insurance ? insuranceMemo : serviceMemo, values);
  const request = await formOne(context, sale, insurance ? insuranceRequest : serviceRequest, values);
  perform(context.lender.code, sale.changed ? 'insurance.documentsChanged' : 'insurance.documents');
  const at = new Date(context.now.epochMilliseconds);
  const id = wished?.id ?? uuidv7(context.now.epochMilliseconds);
  if (!wished) {
    await context.transaction.insert(AddonEntity, {
      ...rowOf(context, application, service),
      id,
      occasion: sale.occasion,
      occasionId: sale.occasionId,
      status: 'WISHED',
    });
  }
  await context.transaction.query(setAddonOffered, [id, price, at, memo.id, request.id]);
  tellAddon(context, { id, applicationId: application.id, clientId: application.clientId, code: service.code }, 'OFFERED');
}

const formOne = (context: CommandContext, { application }: AddonSale, template: typeof insuranceMemo, values: AddonDocumentData) =>
  formDocument(context, {
    plugin: PLUGIN,
    template,
    values,
    clientId: application.clientId,
    applicationId: application.id,
    editionId: rulesToday(context).edition?.id ?? null,
    form: 'ELECTRONIC_FORM',
    publish: true,
  });

async function valuesOf(context: CommandContext, sale: AddonSale, service: AddonService, price: string): Promise<AddonDocumentData> {
  const { familyName, givenName, patronymic } = (await readClient(context, sale.application.clientId)).profile;
  const resolved = rulesToday(context);
  const addressees = rules.read(resolved, addonParams[sale.occasion].addressees)?.value ?? [];
  return {
    number: sale.application.number,
    formedOn: context.today.toString(),
    lender: context.lender.legalName,
    client: [familyName, givenName, patronymic].filter(Boolean).join(' '),
    service: { title: service.title.ru, terms: service.terms, provider: service.provider },
    price,
    links: [...new Set([service.links.terms, service.links.cost, service.links.documents].filter((link) => link !== null))],
    withdrawalDays: withdrawalTerm(resolved, sale.occasion)?.days ?? null,
    addressees: addressees.map((addressee) => addresseeWords[addressee] ?? addressee),
  };
}

const rowOf = (context: CommandContext, application: Pick<ApplicationRecord, 'id' | 'clientId'>, { code, kind }: AddonService) => ({
  lenderId: context.lender.id,
  applicationId: application.id,
  clientId: application.clientId,
  code,
  kind,
});
