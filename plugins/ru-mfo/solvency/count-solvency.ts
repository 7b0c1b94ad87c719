import type { ApplicationRecord } from '../../../modules/applications';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { fieldAad, fieldCipherPort } from '../../../modules/database';
import { formFinding } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { loanTerms, tariffOn } from '../finance';
import { monthlyPayment } from '../law/debt-burden';
import { readInquiries } from '../law/law.record';
import { openReport } from '../law/sealed-report';
import { lenderData } from '../lenders';
import type { rules } from '../rule-set';
import { amountToIncome, analyseReport, type BureauAnalysis, scoreByIncome } from './score';
import { type ClientCategory, SolvencyEntity } from './solvency.entity';

/** What an assessor states; the rest comes from the application and from the bureaus' report. */
export interface SolvencyInput {
  /** Personal income a month, roubles, decimal string; zero for none. */
  readonly monthlyIncome: string | null;
  /** Risk of losing it, per cent, 0 to 100, decimal string. */
  readonly incomeLossRisk: string | null;
  readonly incomeSources: readonly string[];
  readonly officialEmployment: string | null;
  readonly familyComposition: string | null;
  readonly category: ClientCategory | null;
  readonly capable: boolean | null;
  /** Economic situation by level: COUNTRY, REGION, INDUSTRY. */
  readonly externalConditions: readonly { readonly level: string; readonly note: string }[];
}

/** Name and version of the formula; a change of it is a new version. */
const FORMULA = 'income-risk/1';
const DECIMAL = /^\d{1,13}(\.\d{1,2})?$/;

type Facts = Parameters<typeof rules.factSet>[0];

export interface CountedSolvency {
  /** What the rules judge before the assessment is kept. */
  readonly facts: Facts;
  /** Keeps it with its assessment; does nothing where it could not be counted. */
  keep(assessmentId: string): Promise<void>;
}

/** Counts solvency by the criteria and methods of the rules. Whatever is missing is missing in the facts too. */
export async function countSolvency(
  context: CommandContext,
  application: ApplicationRecord,
  input: SolvencyInput | null,
): Promise<CountedSolvency> {
  const analysis = await analysisOf(context, application.id);
  const income = sumOf(input?.monthlyIncome, 'monthlyIncome');
  const lossRisk = sumOf(input?.incomeLossRisk, 'incomeLossRisk');
  if (lossRisk && new Decimal(lossRisk).gt(100)) throw malformed('incomeLossRisk');
  const earns = income !== null && new Decimal(income).gt(0);
  const ratio = earns ? amountToIncome(application.amount, income) : null;
  const newPayment = costAMonth(context, application);
  const score =
    income !== null && lossRisk !== null && analysis && newPayment
      ? scoreByIncome({ income, monthlyPayments: analysis.monthlyPayments, lossRisk, newPayment })
      : null;
  const said = (text: string | null | undefined) => Boolean(text?.trim());
  const sources = (input?.incomeSources ?? []).filter(said);
  const levels = (input?.externalConditions ?? []).filter(({ note }) => said(note));
  const facts: Facts = {
    // Without an income the comparison is made too: nothing covers the sum.
    amountToIncomeKnown: [income !== null, 'ASSESSMENT'],
    positionItems: [
      [
        ...(said(input?.officialEmployment) ? ['OFFICIAL_EMPLOYMENT'] : []),
        ...(said(input?.familyComposition) ? ['FAMILY_COMPOSITION'] : []),
        ...(analysis ? ['CREDIT_HISTORY'] : []),
        ...(sources.length > 0 ? ['INCOME_SOURCES'] : []),
      ],
      'ASSESSMENT',
    ],
    clientCategory: [input?.category, 'ASSESSMENT'],
    capacityChecked: [input?.capable != null, 'ASSESSMENT'],
    externalLevels: [levels.map(({ level }) => level), 'ASSESSMENT'],
    bureauItems: [analysis ? ['HISTORY', 'CURRENT_OBLIGATIONS', 'PAYMENT_FREQUENCY', 'PAYMENT_AMOUNTS'] : [], 'CREDIT_BUREAU'],
    incomeInputs: [[...(income !== null ? ['MONTHLY_INCOME'] : []), ...(lossRisk !== null ? ['INCOME_LOSS_RISK'] : [])], 'ASSESSMENT'],
    scored: [score !== null, 'ASSESSMENT'],
  };
  return {
    facts,
    async keep(assessmentId) {
      if (!input?.category || input.capable === null || !score || !analysis) return;
      const aad = fieldAad({ lenderId: context.lender.id, table: 'ru_mfo.solvency', id: assessmentId, column: 'details' });
      const details = {
        income,
        lossRisk,
        newPayment,
        sources,
        officialEmployment: input.officialEmployment,
        familyComposition: input.familyComposition,
        externalConditions: levels,
        bureau: analysis,
      };
      await context.transaction.insert(SolvencyEntity, {
        lenderId: context.lender.id,
        assessmentId,
        applicationId: application.id,
        clientId: application.clientId,
        // No income: the sum stands against nothing, told as the highest ratio that is kept.
        amountToIncome: ratio ?? '99999999.9999',
        monthlyPayments: analysis.monthlyPayments,
        category: input.category,
        capable: input.capable,
        score: score.value,
        solvent: score.solvent,
        permanentIncome: earns && sources.length > 0,
        formula: FORMULA,
        detailsEnc: context.ports.get(fieldCipherPort).encrypt(JSON.stringify(details), aad),
        countedAt: new Date(context.now.epochMilliseconds),
      });
    },
  };
}

/** What the bureaus' answer to this application's inquiry says; `null` before one came. */
async function analysisOf(context: CommandContext, applicationId: string): Promise<BureauAnalysis | null> {
  const [inquiry] = await context.transaction.query(readInquiries, [[applicationId]]);
  return inquiry?.reportEnc ? analyseReport(openReport(context, inquiry.id, inquiry.reportEnc)) : null;
}

/** What the loan applied for would cost a month at today's tariff. */
function costAMonth(context: CommandContext, { amount, termDays }: ApplicationRecord): string | null {
  const tariff = tariffOn(lenderData(context.lender.code)?.tariffs ?? [], context.today);
  if (!tariff) return null;
  const { fullCost } = loanTerms({ amount, termDays, startOn: context.today }, tariff);
  return fullCost ? monthlyPayment(amount, fullCost.amount, termDays).toFixed(2) : null;
}

function sumOf(text: string | null | undefined, field: string): string | null {
  if (text == null) return null;
  if (!DECIMAL.test(text)) throw malformed(field);
  return text;
}

const malformed = (field: string) => new Refusal([formFinding('RU_MFO_FIELD_REQUIRED', ['input', 'solvency', field], { field })]);
