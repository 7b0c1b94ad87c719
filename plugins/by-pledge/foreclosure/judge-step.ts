import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../../../modules/calendar';
import { type CommandContext, Refusal } from '../../../modules/commands';
import { accrueToday, type ContractRecord, debtOf, type LedgerState } from '../../../modules/contracts';
import { blocks, type Finding, formFinding, runValidators, toFindings } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { baseValueOn } from '../base-value';
import { rulesOfPledge } from '../command-support/judging';
import { claimsOfPledge } from '../notices/notice.record';
import type { PledgeRecord } from '../pledge';
import { tellEnforcement } from '../pledge/course-events';
import { rules } from '../rules';
import { type ForeclosureRecord, setForeclosureState } from './foreclosure.record';
import { answerEnd, type ForeclosureFacts } from './guards';
import { type ForeclosureStep, follows, reasonsAgainst, steps } from './machine';

/** What a step brings with it, beside what the case and the pledge know. */
export interface StepInput {
  readonly forum?: string | null;
  readonly saleWay?: string | null;
  readonly saleReference?: string | null;
  readonly saleSite?: string | null;
  readonly startPrice?: Decimal | null;
  readonly priceOverride?: string | null;
}

/** Whether the debt for which a case was opened is unpaid: what is overdue, or after an early demand all that is owed. */
export function isUnpaid({ basis }: Pick<ForeclosureRecord, 'basis'>, state: LedgerState): boolean {
  return basis === 'DEFAULT' ? state.overdueSince !== null : debtOf(state).gt(0);
}

/** The finding of the rule on a sale without a court, by the value and the base value of the loan contract's day. */
export function selfSaleFinding(context: CommandContext, pledge: PledgeRecord): Finding | null {
  const resolved = rulesOfPledge(context, pledge);
  const baseValue = baseValueOn(Temporal.PlainDate.from(pledge.loanOn!))?.value;
  const facts = rules.factSet({
    valuation: [new Decimal(pledge.valuationAtLoan!), 'CONTRACT'],
    ...(baseValue ? { baseValueAtLoan: [baseValue, 'CALENDAR'] as const } : {}),
  });
  return toFindings(runValidators(resolved.validatorsAt('SELF_SALE'), facts, resolved), resolved).find(blocks) ?? null;
}

/** Makes a step of a locked case, or refuses it with every reason. Answers the case's new state. */
export async function makeStep(
  context: CommandContext,
  locked: { readonly pledge: PledgeRecord; readonly contract: ContractRecord; readonly foreclosure: ForeclosureRecord },
  step: ForeclosureStep,
  input: StepInput = {},
): Promise<void> {
  const { pledge, foreclosure } = locked;
  const { state, route, id } = foreclosure;
  if (state === 'STOPPED' || !follows(state, route, step)) {
    const code = state === 'STOPPED' ? 'BY_PLEDGE_FORECLOSURE_STOPPED' : 'BY_PLEDGE_FORECLOSURE_STEP_INVALID';
    throw new Refusal([formFinding(code, ['input', 'foreclosureId'], { state, route, step })]);
  }
  const reasons = reasonsAgainst(step, await factsOf(context, locked, input));
  if (reasons.length > 0) throw new Refusal(reasons);
  const { to } = steps[step];
  await context.transaction.query(setForeclosureState, [id, to]);
  tellEnforcement(context, pledge, { type: 'ByPledgeForeclosure', id }, { from: state, to });
}

async function factsOf(
  context: CommandContext,
  { pledge, contract, foreclosure }: Parameters<typeof makeStep>[1],
  input: StepInput,
): Promise<ForeclosureFacts> {
  const resolved = rulesOfPledge(context, pledge);
  const read = <T>(bound: { readonly value: T } | null): T => bound!.value;
  const { state } = await accrueToday(context, contract);
  const claims = await context.transaction.query(claimsOfPledge, [pledge.id]);
  const received = claims.filter(({ receivedOn }) => receivedOn !== null).sort((a, b) => (a.receivedOn! < b.receivedOn! ? -1 : 1));
  const claim = received[0];
  const claimReceivedOn = claim ? Temporal.PlainDate.from(claim.receivedOn!) : null;
  const within = rules.read(resolved, 'claim.answer.within')!;
  const calendar = calendarOf(context.extensions, context.lender.country);
  return {
    on: context.today,
    route: foreclosure.route,
    isUnpaid: isUnpaid(foreclosure, state),
    graceEndsOn: Temporal.PlainDate.from(foreclosure.graceEndsOn),
    claimReceivedOn,
    claimAnswerUntil: claimReceivedOn && answerEnd(calendar, claimReceivedOn, within),
    isClaimAnswered: received.some(({ answeredOn }) => answeredOn !== null),
    forum: input.forum ?? foreclosure.forum,
    agreedForum: read(rules.read(resolved, 'court.forum')),
    selfSaleFinding: foreclosure.route === 'SELF_SALE' ? selfSaleFinding(context, pledge) : null,
    saleWay: input.saleWay ?? foreclosure.saleWay,
    saleReference: input.saleReference ?? foreclosure.saleReference,
    saleSite: input.saleSite ?? foreclosure.saleSite,
    saleWays: read(rules.read(resolved, 'sale.ways')),
    agreedSite: read(rules.read(resolved, 'sale.listingSite')),
    startPrice: input.startPrice ?? null,
    pledgeValue: new Decimal(pledge.pledgeValue!),
    priceOverride: input.priceOverride ?? null,
    priceOverrides: read(rules.read(resolved, 'startPrice.overrides')),
  };
}
