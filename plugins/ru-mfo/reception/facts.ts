import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import { dayOf } from '../../../modules/calendar';
import type { CommandContext } from '../../../modules/commands';
import { type ContractHistory, contractHistoryOf, type OpenContract } from '../../../modules/contracts';
import { deadlinesOf } from '../../../modules/deadlines';
import { noticesOf } from '../../../modules/notifications';
import { Decimal } from '../../../schema/base';
import { readLoanApplication } from '../application/loan-application.record';
import { APPROVAL_TERM, PRELIMINARY_DECISION } from '../ids';
import { lenderData } from '../lenders';
import { rulesToday } from '../lifecycle/resolve';
import { readRegistration } from '../registration/registration.record';
import { rules } from '../rule-set';
import type { LoanKind } from './loan-kind';
import { readAgeExceptions, readAgreements, readPenaltyDays, readReception, readRegisterReplies } from './reception.record';
import { TERMS_PROVIDED } from './stages';

type Facts = Parameters<typeof rules.factSet>[0];

/** What the rules of reception ask about an application, beside the plugin's other facts. */
export async function receptionFacts(
  context: CommandContext,
  application: ApplicationRecord,
  open: readonly OpenContract[],
  on: Temporal.PlainDate,
): Promise<Facts> {
  const { transaction } = context;
  const ids = [[application.id]];
  const [own] = await transaction.query(readReception, ids);
  const [loan] = await transaction.query(readLoanApplication, ids);
  const [registration] = await transaction.query(readRegistration, [[application.clientId]]);
  const [exception] = await transaction.query(readAgeExceptions, ids);
  const replies = await transaction.query(readRegisterReplies, ids);
  const agreed = await transaction.query(readAgreements, [application.clientId]);
  const kinds = lenderData(context.lender.code)?.loanKinds ?? [];
  const history = await contractHistoryOf(context, application.clientId);
  const earlier = history.filter(({ applicationId }) => applicationId !== application.id);
  const [prior] = earlier;
  const penalised = prior ? (await transaction.query(readPenaltyDays, [prior.id]))[0]!.days : 0;
  const due = (await deadlinesOf(context, application.id)).filter(({ state }) => state !== 'CANCELLED');
  const lastDay = (kind: string) => dayIn(context, due.find((deadline) => deadline.kind === kind)?.dueAt);
  const notices = await noticesOf(context, application, TERMS_PROVIDED);
  const military = replies.find(({ register, repliedAt }) => register === 'MILITARY' && repliedAt >= appliedAt(application));
  const openOthers = open.filter(({ applicationId }) => applicationId !== application.id).map(({ termDays }) => termDays);
  return {
    purpose: [own?.purpose, 'APPLICATION'],
    securityKinds: [own?.securityKinds ?? [], 'APPLICATION'],
    secured: [(own?.securityKinds.length ?? 0) > 0, 'APPLICATION'],
    applicationFormVersion: [own?.formVersion, 'APPLICATION'],
    ageExceptionParts: [
      exception ? ['SPECIALIST_PROPOSAL', ...(exception.approved === true ? ['MANAGEMENT_DECISION'] : [])] : [],
      'MANAGEMENT',
    ],
    unmetProductRequirements: [unmet(application, kinds.find(({ code }) => code === own?.loanKind) ?? null, earlier), 'PUBLICATION'],
    reputationAdverse: [replies.some(({ register, adverse }) => register === 'REPUTATION' && adverse), 'REGISTER'],
    militaryMeasures: [military?.adverse, 'REGISTER'],
    // An instalment that was late is a breach too, though the last one was in time.
    priorContractLateDays: [prior && Math.max(lateDays(prior, on), penalised), 'CONTRACTS'],
    shortLoansTaken: [shortLoansTaken(context, application, earlier, on), 'CONTRACTS'],
    shortestOpenTermDays: [openOthers.length > 0 ? Math.min(...openOthers) : undefined, 'CONTRACTS'],
    signatureAgreed: [Boolean(registration?.signatureAgreementVersion), 'REGISTRATION'],
    approvalDueOn: [lastDay(APPROVAL_TERM), 'DEADLINES'],
    decisionLimitOn: [lastDay(PRELIMINARY_DECISION), 'DEADLINES'],
    termsDeliveredBy: [notices.map(({ channel }) => channel), 'NOTIFICATIONS'],
    contractParts: [
      [
        ...(loan?.termsDocumentId ? ['INDIVIDUAL_TERMS'] : []),
        ...(agreed.some(({ kind }) => kind === 'GENERAL_TERMS') ? ['GENERAL_TERMS'] : []),
      ],
      'DOCUMENTS',
    ],
  };
}

const appliedAt = ({ submittedAt }: ApplicationRecord) => submittedAt ?? new Date(0);

const dayIn = ({ lender }: CommandContext, at: Date | undefined) =>
  at ? dayOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), lender.zone) : null;

/** Which requirements of the chosen kind of loan are not met; none where no kind was chosen. */
function unmet(application: ApplicationRecord, kind: LoanKind | null, earlier: readonly ContractHistory[]): readonly string[] {
  if (!kind) return [];
  return [
    ...(kind.requirements.includes('REPEAT_CLIENT') && earlier.length === 0 ? ['REPEAT_CLIENT'] : []),
    ...(kind.requirements.includes('FIRST_LOAN') && earlier.length > 0 ? ['FIRST_LOAN'] : []),
    ...(within(application.amount, kind.amount) ? [] : ['AMOUNT']),
    ...(within(application.termDays, kind.termDays) ? [] : ['TERM']),
  ];
}

const within = (value: string | number, { min, max }: { readonly min: string | number; readonly max: string | number }) =>
  new Decimal(value).gte(min) && new Decimal(value).lte(max);

/** Days between the contract's last day and its repayment, or today while it is not repaid; 0 in time. */
export function lateDays({ dueOn, repaidOn }: ContractHistory, on: Temporal.PlainDate): number {
  const until = repaidOn ? Temporal.PlainDate.from(repaidOn) : on;
  return Math.max(0, Temporal.PlainDate.from(dueOn).until(until).days);
}

function shortLoansTaken(
  context: CommandContext,
  application: ApplicationRecord,
  history: readonly ContractHistory[],
  on: Temporal.PlainDate,
): number {
  const resolved = rulesToday(context);
  const term = rules.read(resolved, 'shortLoans.termDays');
  if (!term) return 0;
  const used = rules.read(resolved, 'shortLoans.usedMoreThanDays');
  const months = rules.read(resolved, 'shortLoans.months');
  const applied = application.submittedAt ? dayIn(context, application.submittedAt)! : on;
  const from = months ? applied.subtract({ months: months.value }) : null;
  return history.filter((contract) => {
    const concluded = Temporal.PlainDate.from(contract.concludedOn);
    const inWindow =
      (from === null || Temporal.PlainDate.compare(concluded, from) >= 0) && Temporal.PlainDate.compare(concluded, applied) < 0;
    return inWindow && contract.termDays <= term.value && (!used || usedDays(contract, on) > used.value);
  }).length;
}

/** Days for which the money was actually used so far. */
export function usedDays({ concludedOn, repaidOn }: ContractHistory, on: Temporal.PlainDate): number {
  return Temporal.PlainDate.from(concludedOn).until(repaidOn ? Temporal.PlainDate.from(repaidOn) : on).days;
}
