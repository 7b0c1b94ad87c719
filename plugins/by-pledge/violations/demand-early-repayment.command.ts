import { Temporal } from 'temporal-polyfill';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { accrueToday, replaceSchedule } from '../../../modules/contracts';
import { type Citation, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { refuse } from '../command-support/judging';
import { type CourseResult, recordCourse } from '../course/record-course';
import { dutiesOfPledge } from '../duties/duty.record';
import { openDuties } from '../duties/duty-kinds';
import { isViolationOf } from '../foreclosure/open-foreclosure.command';
import { PLUGIN } from '../ids';
import { lockPledgeWithContract, type PledgeRecord, requireInForce } from '../pledge';
import { enforcementEvents } from '../pledge/course-events';
import { violationsOfPledge } from './violation.record';

export const earlyGrounds = ['PLEDGE_VIOLATION', 'POSSESSION_LOST_NOT_CURED', 'THREAT_NOT_REPORTED'] as const;

export interface DemandEarlyRepayment {
  readonly pledgeId: string;
  readonly ground: (typeof earlyGrounds)[number];
  /** For PLEDGE_VIOLATION. */
  readonly violationId?: string | null;
  /** The day until which all is to be repaid, ISO 8601; not before today. */
  readonly dueOn: string;
}

/** Demands all of the loan before its time, on a recorded ground: the whole balance falls due on the day that the demand names. */
export const demandEarlyRepayment = defineCommand<DemandEarlyRepayment, CourseResult>({
  name: 'byPledgeDemandEarlyRepayment',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, ground, violationId = null, dueOn: day }, context) {
    const { pledge, contract } = await lockPledgeWithContract(context, pledgeId);
    requireInForce(pledge);
    const dueOn = Temporal.PlainDate.from(day);
    if (dueOn.since(context.today).sign < 0)
      throw new Refusal([formFinding('BY_PLEDGE_DUTY_TERM_MISSING', ['input', 'dueOn'], { missing: 'dueOn' })]);
    const clause = clauseOf(ground);
    const stands = await doesGroundStand(context, pledge, ground, violationId);
    refuse(uphold(clause, stands, 'BY_PLEDGE_EARLY_DEMAND_GROUND_MISSING', { ground }));
    const { state } = await accrueToday(context, contract);
    if (state.principal.isZero())
      throw new Refusal([formFinding('BY_PLEDGE_EARLY_DEMAND_GROUND_MISSING', ['input', 'pledgeId'], { ground })]);
    const facts = { ground, violationId, dueOn: day, principal: state.principal.toFixed(2) };
    const id = await recordCourse(context, pledge, { kind: 'EARLY_DEMAND', on: context.today, facts, clause: clause.clause });
    const { terms } = contract;
    const last = { no: 1, dueOn: day, principal: state.principal.toFixed(2), interest: state.interest.toFixed(2), fees: '0.00' };
    await replaceSchedule(context, contract, {
      terms: { ...terms, dueOn: day, termDays: Temporal.PlainDate.from(terms.startOn).until(dueOn).days, schedule: [last] },
      cause: 'AGREEMENT',
      reference: id,
    });
    return { pledgeId, recordId: id };
  },
});

const clauseOf = (ground: DemandEarlyRepayment['ground']): Citation =>
  ground === 'PLEDGE_VIOLATION' ? cite('by-pledge/3.4/в/early-repayment') : cite('by-pledge/3.4/г');

/** What the demand rests on must be on record: the violation, the loss that nobody cured, the threat that was told late. */
async function doesGroundStand(
  context: CommandContext,
  pledge: PledgeRecord,
  ground: DemandEarlyRepayment['ground'],
  violationId: string | null,
): Promise<boolean> {
  if (ground === 'PLEDGE_VIOLATION') return isViolationOf(context, pledge, violationId);
  if (ground === 'THREAT_NOT_REPORTED') {
    const violations = await context.transaction.query(violationsOfPledge, [pledge.id]);
    return violations.some(({ clause, fact }) => clause === cite('by-pledge/3.1/г').clause && fact.startsWith('THREAT:'));
  }
  const duties = await context.transaction.query(dutiesOfPledge, [pledge.id]);
  return duties.some(({ kind, ground: event, status }) => kind === 'RESTORATION' && event === 'LOSS' && openDuties.includes(status));
}
