import { Temporal } from 'temporal-polyfill';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { post } from '../../../modules/contracts';
import { enforce, formFinding, runValidators, toFindings, uphold } from '../../../modules/rules';
import { Decimal } from '../../../schema/base';
import { baseValueOn } from '../base-value';
import { cite } from '../cite';
import { refuse, rulesOfPledge } from '../command-support/judging';
import { momentOf } from '../command-support/moments';
import { positiveSum } from '../command-support/sums';
import { PLUGIN } from '../ids';
import { lockPledgeWithContract, requireInForce } from '../pledge';
import { enforcementEvents, tellEnforcement } from '../pledge/course-events';
import { rules } from '../rules';
import { lockViolationRow, setViolationFine, setViolationLoss, type ViolationRecord } from './violation.record';
import { violationFine } from './violation-fine';

export interface ViolationResult extends CommandResult {
  readonly violationId?: string;
}

export interface ChargeFine {
  readonly pledgeId: string;
  readonly violationId: string;
}

/** Charges the fine for one violation: so many base values of the day of the violation, once. It is punitive, and no part of a loss. */
export const chargeFine = defineCommand<ChargeFine, ViolationResult>({
  name: 'byPledgeChargeFine',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, violationId }, context) {
    const { pledge, contract } = await lockPledgeWithContract(context, pledgeId);
    requireInForce(pledge, cite('by-pledge/4.1'));
    const violation = await lockViolation(context, pledgeId, violationId);
    const resolved = rulesOfPledge(context, pledge);
    const committedOn = Temporal.PlainDate.from(violation.committedOn);
    const baseValue = baseValueOn(committedOn)?.value;
    const bound = rules.read(resolved, 'violation.fine')!;
    const fine = baseValue && violationFine(bound, baseValue);
    const facts = rules.factSet({
      ...(baseValue ? { baseValueAtViolation: [baseValue, 'CALENDAR'] as const } : {}),
      ...(fine ? { fine: [fine, 'COMPUTED'] as const } : {}),
      alreadyFined: [violation.fine !== null, 'REGISTER'],
    });
    refuse(...toFindings(runValidators(resolved.validatorsAt('FINE'), facts, resolved), resolved));
    const clause = 'by-pledge/4.1';
    await post(context, contract, {
      cause: 'FINE',
      reference: violationId,
      on: context.today,
      lines: [{ component: 'PENALTY', amount: fine! }],
      clause,
    });
    await context.transaction.query(setViolationFine, [violationId, fine!.toFixed(2), momentOf(context)]);
    tellEnforcement(context, pledge, { type: 'ByPledgeViolation', id: violationId }, { what: 'FINED', amount: fine!.toFixed(2) }, clause);
    return { violationId };
  },
});

/** LOSS: the item is lost, in full or in part. DAMAGE: its value fell. OTHER: other losses that the pledgor caused. */
export const lossMeasures = ['LOSS', 'DAMAGE', 'OTHER'] as const;
export type LossMeasure = (typeof lossMeasures)[number];

export interface ClaimLoss {
  readonly pledgeId: string;
  readonly violationId: string;
  readonly measure: LossMeasure;
  /** BYN, decimal string. */
  readonly amount: string;
  /** What the damaged item is worth, BYN; for DAMAGE. */
  readonly valueAfter?: string | null;
}

/** Claims a loss in full, on top of any fine; for the item itself no more than its pledge value, or the fall of it. */
export const claimLoss = defineCommand<ClaimLoss, ViolationResult>({
  name: 'byPledgeClaimLoss',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, violationId, measure, amount, valueAfter }, context) {
    const { pledge, contract } = await lockPledgeWithContract(context, pledgeId);
    requireInForce(pledge, cite('by-pledge/4.2'));
    const violation = await lockViolation(context, pledgeId, violationId);
    if (violation.loss !== null) throw new Refusal([formFinding('BY_PLEDGE_LOSS_CLAIMED_ALREADY', ['input', 'violationId'])]);
    const sum = positiveSum(amount, 'amount');
    const pledgeValue = new Decimal(pledge.pledgeValue!);
    if (measure === 'DAMAGE' && !valueAfter)
      throw new Refusal([formFinding('BY_PLEDGE_DUTY_TERM_MISSING', ['input', 'valueAfter'], { missing: 'valueAfter' })]);
    if (measure !== 'OTHER') {
      const isLoss = measure === 'LOSS';
      const limit = isLoss ? pledgeValue : Decimal.max(0, pledgeValue.minus(positiveSum(valueAfter!, 'valueAfter')));
      const facts = () => ({ measure, limit: limit.toFixed(2), amount: sum.toFixed(2) });
      const clause = isLoss ? cite('by-pledge/4.4/loss') : cite('by-pledge/4.4/damage');
      refuse(uphold(clause, sum.lte(limit), 'BY_PLEDGE_LIABILITY_LIMIT_EXCEEDED', facts, { path: ['input', 'amount'] }));
    }
    // Posted whole whatever was fined: losses stand above the fine and neither lowers the other.
    const clause = enforce(cite('by-pledge/4.2'));
    await post(context, contract, {
      cause: 'LOSS',
      reference: violationId,
      on: context.today,
      lines: [{ component: 'COST', amount: sum }],
      clause,
    });
    await context.transaction.query(setViolationLoss, [violationId, sum.toFixed(2)]);
    tellEnforcement(
      context,
      pledge,
      { type: 'ByPledgeViolation', id: violationId },
      { what: 'LOSS_CLAIMED', amount: sum.toFixed(2) },
      clause,
    );
    return { violationId };
  },
});

/** @throws Refusal BY_PLEDGE_VIOLATION_NOT_FOUND */
async function lockViolation(context: CommandContext, pledgeId: string, id: string): Promise<ViolationRecord> {
  const [violation] = await context.transaction.query(lockViolationRow, [id]);
  if (violation?.pledgeId !== pledgeId) throw new Refusal([formFinding('BY_PLEDGE_VIOLATION_NOT_FOUND', ['input', 'violationId'])]);
  return violation;
}
