import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord, Stage } from '../../../modules/applications';
import { dayOf } from '../../../modules/calendar';
import { readClient } from '../../../modules/clients';
import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import type { FactSet } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { readLoanApplication } from '../application/loan-application.record';
import { readAssessments } from '../assessment/assessment.record';
import { readDemands } from '../demands/demand.record';
import { loanTerms, tariffOn } from '../finance';
import { PRELIMINARY_DECISION, TRANSFER_TERM } from '../ids';
import { lenderData } from '../lenders';
import { readProfile } from '../profile/profile.record';
import { readRegistration } from '../registration/registration.record';
import { rules } from '../rule-set';

/** What a client owes this lender in principal over all other contracts that are open or wait for their money, and what was accepted on this application. */
const principalOwed = statement<{ owed: string; accepted: string | null }>(
  'ru_mfo_principal_owed',
  `select coalesce(sum(case when c.status = 'AWAITING_TRANSFER' then (c.terms->>'principal')::numeric else p.owed end), 0)::text as owed,
     (select terms->>'principal' from core.contract where application_id = $2) as accepted
   from core.contract c
   left join lateral (select sum(amount) as owed from core.posting where contract_id = c.id and component = 'PRINCIPAL') p on true
   where c.client_id = $1 and c.status in ('AWAITING_TRANSFER', 'ACTIVE') and c.application_id <> $2`,
);

/** An order to the partner cannot be called back: from then on the money counts as transferred, unless the partner failed. */
const moneyOut = statement<{ out: boolean }>(
  'ru_mfo_money_out',
  `select exists (select from core.transfer t join core.contract c on c.id = t.contract_id
     where c.application_id = $1 and t.status in ('ORDERED', 'SETTLED')) as out`,
);

const dueDays = statement<{ kind: string; dueAt: Date }>(
  'ru_mfo_due_days',
  `select kind, due_at as "dueAt" from core.deadline where application_id = $1 and kind = any($2) and state <> 'CANCELLED' order by due_at`,
);

/** The addresses that count stand in this country. */
const COUNTRY = 'RU';

/** Everything that validators of this plugin may ask about an application. */
export async function gatherFacts(context: CommandContext, application: ApplicationRecord, stage: Stage): Promise<FactSet> {
  const { transaction } = context;
  const client = await readClient(context, application.clientId);
  const [registration] = await transaction.query(readRegistration, [[application.clientId]]);
  const [profile] = await transaction.query(readProfile, [[application.clientId]]);
  const [own] = await transaction.query(readLoanApplication, [[application.id]]);
  const [assessment] = await transaction.query(readAssessments, [[application.id]]);
  const demands = await transaction.query(readDemands, [[application.id]]);
  const [debt] = await transaction.query(principalOwed, [application.clientId, application.id]);
  const [transfer] = await transaction.query(moneyOut, [application.id]);
  const due = await transaction.query(dueDays, [application.id, [PRELIMINARY_DECISION, TRANSFER_TERM]]);
  const lastDay = (kind: string) => dayOfDeadline(due.find((deadline) => deadline.kind === kind)?.dueAt, context.lender.zone);
  const { birthDate, citizenship, addresses = [] } = client.profile;
  const on = context.today;
  return rules.factSet({
    birthDate: [birthDate ? Temporal.PlainDate.from(birthDate) : null, 'QUESTIONNAIRE'],
    concludedOn: [on, 'CLOCK'],
    citizenship: [citizenship, 'QUESTIONNAIRE'],
    addressKinds: [addresses.filter(({ country }) => country === COUNTRY).map(({ kind }) => kind), 'QUESTIONNAIRE'],
    payoutKinds: [profile?.payoutKinds, 'QUESTIONNAIRE'],
    fullCapacity: [profile?.fullCapacity, 'DECLARATION'],
    ownInterest: [profile?.ownInterest, 'DECLARATION'],
    officialTies: [profile?.officialTies, 'DECLARATION'],
    contacts: [[...(client.phoneVerifiedAt ? ['PHONE'] : []), ...(client.emailVerifiedAt ? ['EMAIL'] : [])], 'CONFIRMATION'],
    phoneConfirmed: [client.phoneVerifiedAt !== null, 'CONFIRMATION'],
    emailConfirmed: [client.emailVerifiedAt !== null, 'CONFIRMATION'],
    registered: [registration !== undefined, 'REGISTRATION'],
    questionnaireFilled: [profile !== undefined, 'REGISTRATION'],
    applicationConsents: [own?.bureauConsentAt ? ['CREDIT_REPORT'] : [], 'APPLICATION'],
    // The personal account is a part of the site; every other channel is a place of its own.
    applicationPlace: [application.channel === 'PERSONAL_ACCOUNT' ? 'SITE' : application.channel, 'APPLICATION'],
    applicationChannel: [application.channel, 'APPLICATION'],
    applicationFields: [fieldsOf(application, own?.payoutMethod ?? null), 'APPLICATION'],
    identificationMethods: [assessment?.identificationMethods ?? [], 'ASSESSMENT'],
    assessed: [assessment !== undefined, 'ASSESSMENT'],
    assessmentSources: [assessment?.sources ?? [], 'ASSESSMENT'],
    creditHistoryMeetsPolicy: [assessment?.creditHistoryMeetsPolicy, 'CREDIT_BUREAU'],
    dataReliable: [assessment?.dataReliable, 'ASSESSMENT'],
    openDemands: [demands.filter(({ status }) => status === 'OPEN').length, 'DEMANDS'],
    decided: [decidedBy(application), 'APPLICATION'],
    transferred: [transfer!.out, 'PAYMENTS'],
    actedOn: [on, 'CLOCK'],
    decisionDueOn: [lastDay(PRELIMINARY_DECISION), 'DEADLINES'],
    transferDueOn: [lastDay(TRANSFER_TERM), 'DEADLINES'],
    milestones: [milestonesOf(application, stage), 'APPLICATION'],
    appliedAmount: [new Decimal(application.amount), 'APPLICATION'],
    appliedTermDays: [application.termDays, 'APPLICATION'],
    payoutMethod: [own?.payoutMethod, 'APPLICATION'],
    orderedMethod: [own?.payoutMethod, 'APPLICATION'],
    principalDebt: [new Decimal(debt!.owed).plus(debt!.accepted ?? application.amount), 'CONTRACTS'],
    ...termsFacts(context, application.amount, application.termDays),
  });
}

/** What the limits of law judge, for terms that are or would be offered; nothing where the lender has no tariff. */
export function termsFacts(context: CommandContext, amount: string, termDays: number): Parameters<typeof rules.factSet>[0] {
  const tariff = tariffOn(lenderData(context.lender.code)?.tariffs ?? [], context.today);
  if (!tariff) return {};
  const terms = loanTerms({ amount, termDays, startOn: context.today }, tariff);
  return {
    decidedAmount: [new Decimal(amount), 'DECISION'],
    decidedTermDays: [termDays, 'DECISION'],
    dailyRate: [new Decimal(tariff.dailyRatePercent), 'TARIFF'],
    fullCost: [new Decimal(terms.fullCost!.percent), 'CALCULATION'],
    charges: [new Decimal(terms.fullCost!.amount), 'CALCULATION'],
  };
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
