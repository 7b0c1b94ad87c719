import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import type { ContractTerms, OpenContract } from '../../../modules/contracts';
import { statement } from '../../../modules/database';
import { lockDocument, verifiedCanonical } from '../../../modules/documents';
import { Decimal } from '../../../schema/base';
import { readLoanApplication } from '../application/loan-application.record';
import { ruDate } from '../documents/russian-text';
import { rulesOf } from '../lifecycle/resolve';
import { ruMfoTerms } from '../lifecycle/terms-calculator';
import { readPacketDocuments, readPacketsOfApplication } from '../packet/packet.record';
import { editionShownIn } from '../publications/published';
import { readRegistration } from '../registration/registration.record';
import type { rules } from '../rule-set';
import { readSolvency } from '../solvency/solvency.record';
import { readCardEnd, readChecks, readRunningContracts, readStarts } from './review.record';

type Facts = Parameters<typeof rules.factSet>[0];

/** What the rules ask of the way from an application to its decision, beside what is gathered for all lenders. */
export async function reviewFacts(
  context: CommandContext,
  application: ApplicationRecord,
  on: Temporal.PlainDate,
  contract: OpenContract | null,
): Promise<Facts> {
  const { transaction } = context;
  const client = await readClient(context, application.clientId);
  const [start] = await transaction.query(readStarts, [[application.id]]);
  const [check] = await transaction.query(readChecks, [[application.id]]);
  const [registration] = await transaction.query(readRegistration, [[application.clientId]]);
  const [solvency] = await transaction.query(readSolvency, [[application.id]]);
  const running = await transaction.query(readRunningContracts, [application.clientId, application.id]);
  const [card] = await transaction.query(readCardEnd, [application.id]);
  const today = on.toString();
  return {
    borrowerType: [client.kind === 'INDIVIDUAL' ? 'NATURAL_PERSON' : client.kind, 'CLIENT'],
    acknowledgements: [start?.acknowledged ?? [], 'APPLICATION'],
    editionShownIn: [
      await placesOf(context, start?.editionId ?? rulesOf(context, application).edition?.id, start?.shownEditionId),
      'PUBLICATIONS',
    ],
    standingConsents: [registration?.consents ?? [], 'REGISTRATION'],
    checked: [check !== undefined, 'CHECK'],
    ...(check && check.falseData.length > 0 ? { dataReliable: [false, 'CHECK'] as const } : {}),
    incomePermanent: [solvency?.permanentIncome, 'ASSESSMENT'],
    solvent: [solvency?.solvent, 'ASSESSMENT'],
    scored: [solvency !== undefined, 'ASSESSMENT'],
    overdueContracts: [running.filter(({ dueOn }) => dueOn < today).length, 'CONTRACTS'],
    openContracts: [running.filter(({ dueOn }) => dueOn >= today).length, 'CONTRACTS'],
    cardExpiresOn: [card?.expires ? lastDayOf(card.expires) : null, 'CARD'],
    repaidOn: [on.add({ days: application.termDays }), 'CALCULATION'],
    applicationPacketKinds: [await signedKinds(context, application.id), 'PACKET'],
    ...(contract ? await contractFacts(context, application, contract.id, on) : {}),
    termsUnsigned: [application.status === 'OFFERED', 'APPLICATION'],
  };
}

/** Where the edition that was in force at the beginning was shown. */
async function placesOf(
  context: CommandContext,
  edition: string | undefined,
  shown: string | null | undefined,
): Promise<readonly string[]> {
  if (!edition) return [];
  return [...(await editionShownIn(context, edition)), ...(shown === edition ? ['PERSONAL_ACCOUNT_AT_APPLICATION'] : [])];
}

const readTerms = statement<{ terms: ContractTerms }>('ru_mfo_contract_terms', 'select terms from core.contract where id = $1');

/** What an accepted contract says, and by what it would be concluded. */
async function contractFacts(
  context: CommandContext,
  application: ApplicationRecord,
  contractId: string,
  on: Temporal.PlainDate,
): Promise<Facts> {
  const [row] = await context.transaction.query(readTerms, [contractId]);
  const terms = row!.terms;
  const wanted = { amount: terms.principal, termDays: terms.termDays, accepted: terms };
  const applied = await ruMfoTerms.compute(context, application, wanted, on);
  return {
    schedulePlaces: [await schedulePlaces(context, terms, application.id), 'DOCUMENTS'],
    contractRate: [terms.dailyRate === null ? null : new Decimal(terms.dailyRate), 'CONTRACTS'],
    appliedRate: [applied.dailyRate === null ? null : new Decimal(applied.dailyRate), 'TARIFF'],
  };
}

/** Where every payment of an accepted contract stands: in the terms that were signed, in what the account shows. */
async function schedulePlaces(context: CommandContext, { schedule: payments }: ContractTerms, applicationId: string): Promise<string[]> {
  const [own] = await context.transaction.query(readLoanApplication, [[applicationId]]);
  if (payments.length === 0) return [];
  const terms = own?.termsDocumentId ? await verifiedCanonical(context, await lockDocument(context, own.termsDocumentId)) : null;
  const inTerms = terms !== null && payments.every(({ dueOn }) => terms.includes(ruDate(dueOn)));
  return ['PERSONAL_ACCOUNT', ...(inTerms ? ['INDIVIDUAL_TERMS_ITEM_6'] : [])];
}

async function signedKinds(context: CommandContext, applicationId: string): Promise<string[]> {
  const packets = await context.transaction.query(readPacketsOfApplication, [[applicationId]]);
  const signed = packets.filter(({ kind, status }) => kind === 'APPLICATION' && status === 'SIGNED').map(({ id }) => id);
  const documents = await context.transaction.query(readPacketDocuments, [signed]);
  return documents.filter(({ tickedAt }) => tickedAt !== null).map(({ kind }) => kind);
}

/** A card is good through the last day of its month. */
function lastDayOf(month: string): Temporal.PlainDate {
  const { year, month: no, daysInMonth } = Temporal.PlainYearMonth.from(month);
  return Temporal.PlainDate.from({ year, month: no, day: daysInMonth });
}
