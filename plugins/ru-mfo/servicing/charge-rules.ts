import { Temporal } from 'temporal-polyfill';
import type { ContractTerms, ServicedContract, ServicingScope } from '../../../modules/contracts';
import { type BoundParameter, type ResolvedRules, resolveRules } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { tariffOn } from '../finance';
import { PLUGIN } from '../ids';
import { lenderData } from '../lenders';
import { rules } from '../rule-set';
import type { ChargeRules } from './charges';

/** Edition and law of a contract: those of the day of its conclusion, and the edition that it keeps. */
export function rulesOfContract({ extensions, lender }: ServicingScope, { concludedOn, editionId }: ServicedContract): ResolvedRules {
  return resolveRules(extensions, PLUGIN, lender.code, concludedOn, editionId ? { edition: editionId } : {});
}

const NONE = new Decimal(0);

/** Reads what charges follow; `first`: the terms of the conclusion, by which a special loan is told. */
export function chargeRules(scope: ServicingScope, contract: ServicedContract, first: ContractTerms, services: Decimal): ChargeRules {
  const resolved = rulesOfContract(scope, contract);
  const [cap, capUpToDays] = [rules.read(resolved, 'charges.max'), rules.read(resolved, 'charges.upToDays')];
  const [yearly, daily] = [rules.read(resolved, 'penalty.yearlyMax'), rules.read(resolved, 'penalty.dailyMax')];
  const base = rules.read(resolved, 'penalty.principalOnly');
  const tariff = tariffOn(lenderData(scope.lender.code)?.tariffs ?? [], Temporal.PlainDate.from(contract.concludedOn));
  return {
    cap: cap && { percent: cap.decimal, clause: clauseOf(cap) },
    capUpToDays: capUpToDays?.value ?? null,
    // A lender without a tariff charges no penalty; the law's figures are limits, not rates.
    penaltyYearlyPercent: tariff && yearly ? Decimal.min(tariff.penaltyYearlyPercent, yearly.decimal) : NONE,
    penaltyDailyPercent: tariff && daily ? daily.decimal : NONE,
    penaltyClause: base && clauseOf(base),
    special: specialLoan(resolved, first),
    services,
  };
}

function specialLoan(resolved: ResolvedRules, { principal, termDays }: ContractTerms): ChargeRules['special'] {
  const elected = rules.read(resolved, 'specialLoan.elected');
  const [amountMax, daysMax] = [rules.read(resolved, 'specialLoan.amountMax'), rules.read(resolved, 'specialLoan.daysMax')];
  const [fixedSum, penalty] = [rules.read(resolved, 'specialLoan.fixedSumMax'), rules.read(resolved, 'specialLoan.penaltyDaily')];
  if (!elected?.value || !amountMax || !daysMax || !fixedSum || !penalty) return null;
  if (amountMax.decimal.lt(principal) || termDays > daysMax.value) return null;
  return {
    fixedSum: { percent: fixedSum.decimal, clause: clauseOf(fixedSum) },
    penaltyDailyPercent: penalty.decimal,
    penaltyClause: clauseOf(penalty),
  };
}

/** The clause that bound; the lender's own where law says the same. */
const clauseOf = ({ citations }: Pick<BoundParameter, 'citations'>): string => citations.at(-1)!.clause;
