import { Temporal } from 'temporal-polyfill';
import type { ApplicationRecord } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import { lockContractOfApplication } from '../../../modules/contracts';
import { fieldCipherPort } from '../../../modules/database';
import { latestDecision } from '../../../modules/decisions';
import { Decimal } from '../../../schema/base';
import { readPayout } from '../application/loan-application.record';
import type { CreditReport, SelfBanKind } from '../bureau';
import { payoutAad } from '../lifecycle/payout';
import { rulesToday } from '../lifecycle/resolve';
import { agreedTransferDays } from '../precedence/agreed-term';
import { rules } from '../rule-set';
import { monthlyPayment } from './debt-burden';
import { readEarlierPayouts, readInquiries, readLastRepaid, readOwnCostsSince, readPayeeChecks, readWarnings } from './law.record';
import { openReport } from './sealed-report';
import { UNKNOWN_COST } from './validators';

type Facts = Parameters<typeof rules.factSet>[0];

/** What the law's checks ask about an application. Nothing that the bureaus have not answered is there. */
export async function lawFacts(context: CommandContext, application: ApplicationRecord): Promise<Facts> {
  const [warning] = await context.transaction.query(readWarnings, [[application.id]]);
  const [check] = await context.transaction.query(readPayeeChecks, [[application.id]]);
  const contract = await lockContractOfApplication(context, application.id);
  const signed = contract?.status === 'AWAITING_TRANSFER' ? contract : null;
  return {
    monthlyPayment: [await offeredPayment(context, application.id), 'CALCULATION'],
    agreedTransferDays: [await agreedTransferDays(context, application.id), 'CONTRACT'],
    debtBurdenWarned: [warning?.signedAt != null, 'DOCUMENTS'],
    payeeMatches: [check?.matches, check?.source ?? 'BANK'],
    loansToPayee: [await loansToSamePayee(context, application), 'CONTRACTS'],
    loanAmount: [new Decimal(signed?.terms.principal ?? application.amount), 'CONTRACTS'],
    minutesSinceSigning: [signed ? Math.floor((context.now.epochMilliseconds - signed.acceptedAt.getTime()) / 60_000) : null, 'CLOCK'],
    ...(await bureauFacts(context, application)),
    ...(await repaidFacts(context, application)),
  };
}

/** What the offered loan costs a month; nothing before a decision offers one. */
async function offeredPayment(context: CommandContext, applicationId: string): Promise<Decimal | null> {
  const [decision] = await context.transaction.query(latestDecision, [applicationId]);
  const terms = decision?.terms;
  return terms?.fullCost ? monthlyPayment(terms.principal, terms.fullCost.amount, terms.termDays) : null;
}

/** The inputs of the debt burden, for the warning; `null` where one of them is not known. */
export async function burdenInputs(context: CommandContext, application: ApplicationRecord) {
  const { values } = rules.factSet(await lawFacts(context, application));
  const { monthlyDebt, monthlyIncome, monthlyPayment: payment } = values as Partial<Record<string, Decimal>>;
  return monthlyDebt && monthlyIncome && payment ? { monthlyDebt, monthlyIncome, monthlyPayment: payment } : null;
}

async function bureauFacts(context: CommandContext, application: ApplicationRecord): Promise<Facts> {
  const [inquiry] = await context.transaction.query(readInquiries, [[application.id]]);
  if (!inquiry?.reportEnc) return {};
  const report = openReport(context, inquiry.id, inquiry.reportEnc);
  const later = await context.transaction.query(readOwnCostsSince, [application.clientId, report.madeAt, application.id]);
  const at = Temporal.Instant.fromEpochMilliseconds(report.madeAt.getTime());
  return {
    selfBans: [bansThatReach(report, application), 'CREDIT_BUREAU', at],
    bureausAsked: [new Set(report.bureaus).size, 'CREDIT_BUREAU', at],
    openFullCosts: [
      [
        ...report.openLoans.filter(({ creditor }) => creditor === 'MFO').map(({ fullCost }) => fullCost ?? UNKNOWN_COST),
        ...later.map(({ fullCost }) => fullCost ?? UNKNOWN_COST),
      ],
      'CREDIT_BUREAU',
      at,
    ],
    monthlyDebt: [report.openLoans.reduce((sum, loan) => sum.plus(loan.monthlyPayment), new Decimal(0)), 'CREDIT_BUREAU', at],
    monthlyIncome: [inquiry.monthlyIncome === null ? null : new Decimal(inquiry.monthlyIncome), 'ASSESSMENT'],
  };
}

/** The bans that forbid this loan: all of a microlender's, and those on remote contracts unless it is made in the office. */
function bansThatReach({ selfBans }: CreditReport, { channel }: ApplicationRecord): readonly SelfBanKind[] | null {
  return selfBans && [...new Set(selfBans.map(({ kind }) => kind))].filter((kind) => kind !== 'REMOTE' || channel !== 'OFFICE');
}

async function repaidFacts(context: CommandContext, { clientId }: ApplicationRecord): Promise<Facts> {
  const [repaid] = await context.transaction.query(readLastRepaid, [clientId]);
  if (!repaid?.fullCost) return {};
  return {
    expensiveRepaidOn: [Temporal.PlainDate.from(repaid.repaidOn), 'CONTRACTS'],
    expensiveRepaidCost: [new Decimal(repaid.fullCost), 'CONTRACTS'],
  };
}

/** How many loans of the last months went where this one is to go. */
async function loansToSamePayee(context: CommandContext, application: ApplicationRecord): Promise<number> {
  const months = rules.read(rulesToday(context), 'payee.knownMonths');
  const [own] = await context.transaction.query(readPayout, [application.id]);
  if (!months || !own) return 0;
  const cipher = context.ports.get(fieldCipherPort);
  const payeeOf = (sealed: Buffer, id: string) => cipher.decrypt(sealed, payoutAad(context.lender.id, id)).toString('utf8');
  const wanted = payeeOf(own.payoutEnc, application.id);
  const since = context.today.subtract({ months: months.value }).toString();
  const earlier = await context.transaction.query(readEarlierPayouts, [application.clientId, since, application.id]);
  return earlier.filter(({ applicationId, payoutEnc }) => payeeOf(payoutEnc, applicationId) === wanted).length;
}
