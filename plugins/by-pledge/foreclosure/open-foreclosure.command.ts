import { Temporal } from 'temporal-polyfill';
import { calendarOf } from '../../../modules/calendar';
import { type CommandContext, type CommandResult, defineCommand } from '../../../modules/commands';
import { accrueToday, type LedgerState } from '../../../modules/contracts';
import { uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { refuse, rulesOfPledge } from '../command-support/judging';
import { momentOf } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { PLUGIN } from '../ids';
import { changePledgeStatus, lockPledgeWithContract, type PledgeRecord, requireInForce } from '../pledge';
import { enforcementEvents, tellEnforcement } from '../pledge/course-events';
import { rules } from '../rules';
import { lockViolationRow } from '../violations/violation.record';
import { ForeclosureEntity } from './foreclosure.entity';
import { graceEnd, guards } from './guards';
import { selfSaleFinding } from './judge-step';
import type { ForeclosureRoute } from './machine';

export interface OpenForeclosure {
  readonly pledgeId: string;
  readonly route: ForeclosureRoute;
  /** DEFAULT: something is overdue. EARLY: the terms of the pledge were violated. */
  readonly basis: 'DEFAULT' | 'EARLY';
  /** For EARLY. */
  readonly violationId?: string | null;
}

export interface ForeclosureResult extends CommandResult {
  readonly foreclosureId?: string;
  readonly pledgeId?: string;
}

/**
 * Opens a case of foreclosure. By a default: once the grace period of the missed payment has ended. Early: on a recorded violation, and
 * the same period runs from the day of the opening where nothing was missed.
 */
export const openForeclosure = defineCommand<OpenForeclosure, ForeclosureResult>({
  name: 'byPledgeOpenForeclosure',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, route, basis, violationId = null }, context) {
    const { pledge, contract } = await lockPledgeWithContract(context, pledgeId);
    requireInForce(pledge, cite('by-pledge/1.3'));
    const { state } = await accrueToday(context, contract);
    const facts = { overdue: overdueOf(state) };
    if (basis === 'DEFAULT') refuse(uphold(cite('by-pledge/1.3'), state.overdueSince !== null, 'BY_PLEDGE_NO_DEFAULT', facts));
    else {
      const isRecorded = await isViolationOf(context, pledge, violationId);
      refuse(uphold(cite('by-pledge/3.4/в/early-foreclosure'), isRecorded, 'BY_PLEDGE_NO_DEFAULT', facts));
    }
    const missedOn = state.overdueSince ? Temporal.PlainDate.from(state.overdueSince).subtract({ days: 1 }) : context.today;
    const grace = rules.read(rulesOfPledge(context, pledge), 'grace.period')!;
    const graceEndsOn = graceEnd(calendarOf(context.extensions, context.lender.country), missedOn, grace);
    if (basis === 'DEFAULT') refuse(guards.graceEnded({ route, on: context.today, graceEndsOn }));
    if (route === 'SELF_SALE') refuse(selfSaleFinding(context, pledge));
    await changePledgeStatus(context, pledge, 'FORECLOSURE', 'by-pledge/1.3');
    const id = newId(context);
    await context.transaction.insert(ForeclosureEntity, {
      ...pledgeRow(context, pledge, id),
      route,
      basis,
      violationId: basis === 'EARLY' ? violationId : null,
      state: 'OPEN',
      missedOn: missedOn.toString(),
      graceEndsOn: graceEndsOn.toString(),
      openedAt: momentOf(context),
    });
    tellEnforcement(context, pledge, { type: 'ByPledgeForeclosure', id }, { from: null, to: 'OPEN' }, 'by-pledge/1.3');
    return { foreclosureId: id, pledgeId };
  },
});

/** Whether a violation of this very pledge is named. */
export async function isViolationOf(context: CommandContext, pledge: PledgeRecord, violationId: string | null): Promise<boolean> {
  const [violation] = violationId ? await context.transaction.query(lockViolationRow, [violationId]) : [];
  return violation?.pledgeId === pledge.id;
}

/** What is overdue of interest at least; the finding shows that it is nothing. */
const overdueOf = ({ interestDue }: LedgerState): string => interestDue.toFixed(2);
