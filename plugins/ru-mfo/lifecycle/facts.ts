import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord, Stage } from '../../../modules/applications';
import { dayOf } from '../../../modules/calendar';
import { type ClientDetails, readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { type OpenContract, openContractsOf } from '../../../modules/contracts';
import { deadlinesOf } from '../../../modules/deadlines';
import { isMoneyOut } from '../../../modules/payments';
import type { FactSet } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import type { AddonRecord } from '../addons/addon.record';
import { addonEffect, countedAddons, termsWith } from '../addons/addon-terms';
import { readLoanApplication } from '../application/loan-application.record';
import { readAssessments } from '../assessment/assessment.record';
import { readDemands } from '../demands/demand.record';
import { loanTerms, tariffOn } from '../finance';
import { OFFER_TERM, PRELIMINARY_DECISION, TRANSFER_TERM } from '../ids';
import { lawFacts } from '../law/law-facts';
import { lenderData, perform } from '../lenders';
import { readProfile } from '../profile/profile.record';
import { editionShownIn } from '../publications/published';
import { receptionFacts } from '../reception/facts';
import { isRegistered, registrationFacts } from '../registration/facts';
import { readRegistration } from '../registration/registration.record';
import { reviewFacts } from '../review/review-facts';
import { rules } from '../rule-set';
import { ruMfoPayout } from './payout';
import { rulesToday } from './resolve';

/** The addresses that count stand in this country. */
const COUNTRY = 'RU';

/** Everything that validators of this plugin may ask about an application. */
export async function gatherFacts(
  context: CommandContext,
  application: ApplicationRecord,
  stage: Stage,
  on: Temporal.PlainDate,
): Promise<FactSet> {
  const { transaction } = context;
  const client = await readClient(context, application.clientId);
  const [registration] = await transaction.query(readRegistration, [[application.clientId]]);
  const [profile] = await transaction.query(readProfile, [[application.clientId]]);
  const [own] = await transaction.query(readLoanApplication, [[application.id]]);
  const [assessment] = await transaction.query(readAssessments, [[application.id]]);
  const demands = await transaction.query(readDemands, [[application.id]]);
  const contracts = await openContractsOf(context, application.clientId);
  const contract = contracts.find(({ applicationId }) => applicationId === application.id);
  const due = (await deadlinesOf(context, application.id)).filter(({ state }) => state !== 'CANCELLED');
  const lastDay = (kind: string) => dayOfDeadline(due.find((deadline) => deadline.kind === kind)?.dueAt, context.lender.zone);
  // A draft of the personal account that an officer sends does not come from there.
  const channel = stage === 'SUBMIT' && context.caller.kind !== 'CLIENT' ? 'OFFICE' : application.channel;
  const { birthDate, citizenship, addresses = [] } = client.profile;
  return rules.factSet({
    ...(await lawFacts(context, application)),
    ...(await receptionFacts(context, application, contracts, on)),
    birthDate: [birthDate ? Temporal.PlainDate.from(birthDate) : null, 'QUESTIONNAIRE'],
    concludedOn: [on, 'CLOCK'],
    citizenship: [citizenship, 'QUESTIONNAIRE'],
    addressKinds: [addresses.filter(({ country }) => country === COUNTRY).map(({ kind }) => kind), 'QUESTIONNAIRE'],
    payoutKinds: [profile?.payoutKinds, 'QUESTIONNAIRE'],
    fullCapacity: [profile?.fullCapacity, 'DECLARATION'],
    ownInterest: [profile?.ownInterest, 'DECLARATION'],
    officialTies: [profile?.officialTies, 'DECLARATION'],
    contacts: [contactsHeld(client, rules.read(rulesToday(context), 'email.confirmed')?.value === false), 'CONFIRMATION'],
    phoneConfirmed: [client.phoneVerifiedAt !== null, 'CONFIRMATION'],
    emailConfirmed: [client.emailVerifiedAt !== null, 'CONFIRMATION'],
    registered: [isRegistered(registration), 'REGISTRATION'],
    questionnaireFilled: [profile !== undefined, 'REGISTRATION'],
    applicationConsents: [own?.bureauConsentAt ? ['CREDIT_REPORT'] : [], 'APPLICATION'],
    // The personal account is a part of the site; every other channel is a place of its own.
    applicationPlace: [channel === 'PERSONAL_ACCOUNT' ? 'SITE' : channel, 'APPLICATION'],
    applicationChannel: [channel, 'APPLICATION'],
    applicationFields: [fieldsOf(application, own?.payoutMethod ?? null), 'APPLICATION'],
    identificationMethods: [assessment?.identificationMethods ?? [], 'ASSESSMENT'],
    assessed: [assessment !== undefined, 'ASSESSMENT'],
    assessmentSources: [assessment?.sources ?? [], 'ASSESSMENT'],
    creditHistoryMeetsPolicy: [assessment?.creditHistoryMeetsPolicy, 'CREDIT_BUREAU'],
    dataReliable: [assessment?.dataReliable, 'ASSESSMENT'],
    openDemands: [demands.filter(({ status }) => status === 'OPEN').length, 'DEMANDS'],
    decided: [decidedBy(application), 'APPLICATION'],
    transferred: [contract !== undefined && (await isMoneyOut(context, contract.id)), 'PAYMENTS'],
    actedOn: [on, 'CLOCK'],
    decisionDueOn: [lastDay(PRELIMINARY_DECISION), 'DEADLINES'],
    offerDueOn: [lastDay(OFFER_TERM), 'DEADLINES'],
    transferDueOn: [lastDay(TRANSFER_TERM), 'DEADLINES'],
    milestones: [milestonesOf(application, stage), 'APPLICATION'],
    appliedAmount: [new Decimal(application.amount), 'APPLICATION'],
    appliedTermDays: [application.termDays, 'APPLICATION'],
    payoutMethod: [own?.payoutMethod, 'APPLICATION'],
    // What an order would send now, from where it takes it.
    orderedMethod: [stage === 'TRANSFER' ? (await ruMfoPayout.of(context, application))?.method : undefined, 'PAYMENTS'],
    principalDebt: [
      owedBeside(context.lender.code, contracts, application.id).plus(contract?.principal ?? application.amount),
      'CONTRACTS',
    ],
    ...(await registrationFacts(context, application)),
    editionShownIn: [await shownEdition(context), 'PUBLICATIONS'],
    ...termsFacts(context, application.amount, application.termDays, on, await countedAddons(context, application.id)),
    ...(await reviewFacts(context, application, on, contract ?? null)),
  });
}

/**
 * What the limits of law judge, for terms that are or would be offered; nothing where the lender has no tariff.
 * With paid services the costlier of the terms with and without them is judged.
 */
export function termsFacts(
  context: CommandContext,
  amount: string,
  termDays: number,
  on: Temporal.PlainDate,
  addons: readonly Pick<AddonRecord, 'code' | 'price'>[],
): Parameters<typeof rules.factSet>[0] {
  const tariff = tariffOn(lenderData(context.lender.code)?.tariffs ?? [], on);
  if (!tariff) return {};
  const wanted = { amount, termDays, startOn: on };
  const plain = loanTerms(wanted, tariff).fullCost!;
  const withAddons = termsWith(wanted, tariff, addonEffect(context.lender.code, addons, new Decimal(amount))).fullCost!;
  return {
    decidedAmount: [new Decimal(amount), 'DECISION'],
    decidedTermDays: [termDays, 'DECISION'],
    dailyRate: [new Decimal(tariff.dailyRatePercent), 'TARIFF'],
    fullCost: [Decimal.max(plain.percent, withAddons.percent), 'CALCULATION'],
    charges: [Decimal.max(plain.amount, withAddons.amount), 'CALCULATION'],
  };
}

/** Contacts that can be used: confirmed ones, and a stated mailbox where the rules ask for no confirmation. */
function contactsHeld({ phoneVerifiedAt, email, emailVerifiedAt }: ClientDetails, mailboxAsStated: boolean): string[] {
  return [...(phoneVerifiedAt ? ['PHONE'] : []), ...(emailVerifiedAt || (mailboxAsStated && email) ? ['EMAIL'] : [])];
}

/** Where the edition in force today is made known. */
async function shownEdition(context: CommandContext): Promise<readonly string[]> {
  const { edition } = rulesToday(context);
  return edition ? editionShownIn(context, edition.id) : [];
}

/** What the client owes this lender in principal over all other contracts that are open or wait for their money. */
function owedBeside(lender: string, contracts: readonly OpenContract[], applicationId: string): Decimal {
  perform(lender, 'debt.principal');
  return contracts.reduce((sum, one) => (one.applicationId === applicationId ? sum : sum.plus(one.principalOwed)), new Decimal(0));
}

const dayOfDeadline = (dueAt: Date | undefined, zone: string) =>
  dueAt ? dayOf(Temporal.Instant.fromEpochMilliseconds(dueAt.getTime()), zone) : null;

function fieldsOf(application: ApplicationRecord, payoutMethod: string | null): string[] {
  return [
    ...(new Decimal(application.amount).isPositive() ? ['AMOUNT'] : []),
    ...(application.termDays > 0 ? ['TERM'] : []),
    ...(payoutMethod ? ['PAYOUT_METHOD'] : []),
  ];
}

function decidedBy({ status }: ApplicationRecord): string {
  if (status === 'REFUSED') return 'REFUSED';
  return status === 'OFFERED' || status === 'SIGNED' || status === 'CONCLUDED' ? 'APPROVED' : 'NONE';
}

function milestonesOf({ status }: ApplicationRecord, stage: Stage): string[] {
  const signed = status === 'SIGNED' || status === 'CONCLUDED';
  return [
    ...(signed || status === 'OFFERED' ? ['DECISION_APPROVED'] : []),
    ...(signed ? ['TERMS_ACCEPTED'] : []),
    ...(stage === 'CONCLUDE' || status === 'CONCLUDED' ? ['FUNDS_TRANSFERRED'] : []),
  ];
}
