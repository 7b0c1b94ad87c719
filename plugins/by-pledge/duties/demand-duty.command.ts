import { Temporal } from 'temporal-polyfill';
import { type CommandContext, type CommandResult, defineCommand, Refusal } from '../../../modules/commands';
import { enforce, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { refuse } from '../command-support/judging';
import { momentOf, pastDay } from '../command-support/moments';
import { newId, pledgeRow } from '../command-support/rows';
import { positiveSum } from '../command-support/sums';
import { PLUGIN } from '../ids';
import type { NoticeWay } from '../notices/notice-table';
import { writeNotice } from '../notices/notices.commands';
import { lockPledge, type PledgeRecord, requireInForce } from '../pledge';
import { enforcementEvents, tellEnforcement } from '../pledge/course-events';
import { DutyEntity } from './duty.entity';
import { type DutyRecord, lockDutyRow } from './duty.record';
import { dutyRules, type ItemEvent, itemEvents } from './duty-kinds';
import { lastDayOfDuty, startTerm, watch } from './duty-terms';

export interface DutyResult extends CommandResult {
  readonly dutyId?: string | null;
  readonly noticeId?: string;
}

/** Grounds on which an independent valuation may be demanded. */
export const valuationGrounds = ['MARKET_CHANGE', 'OTHER_VALUE_FACT'] as const;

export interface DemandDuty {
  readonly pledgeId: string;
  readonly kind: 'INFORMATION' | 'INSPECTION' | 'THREAT_REPLACEMENT' | 'VALUATION' | 'DEFECT_REIMBURSEMENT';
  /** What is asked and why: a ground by name for VALUATION, the threat for THREAT_REPLACEMENT. */
  readonly ground: string;
  readonly ways: readonly NoticeWay[];
  /** The last day that the demand names, ISO 8601; for duties whose term the lender sets. */
  readonly dueOn?: string | null;
  /** BYN; for DEFECT_REIMBURSEMENT. */
  readonly amount?: string | null;
  /** Whether copies of the expense documents go with the notice; for DEFECT_REIMBURSEMENT. */
  readonly withCopies?: boolean;
  /** Where the item is to be presented, unless at the lender's; for INSPECTION. */
  readonly place?: { readonly agreedByPledgor: boolean; readonly agreedByPledgee: boolean } | null;
}

/** The lender asks the pledgor for something by a notice; a duty is open, and its term begins as its clause says. */
export const demandDuty = defineCommand<DemandDuty, DutyResult>({
  name: 'byPledgeDemandDuty',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run(input, context) {
    const { pledge } = await lockPledge(context, input.pledgeId);
    requireInForce(pledge);
    const { kind, ground, ways } = input;
    requireGround(input);
    const { term } = dutyRules[kind];
    if (term === 'SET' && !input.dueOn) throw missing('dueOn');
    if (kind === 'INSPECTION' && input.place) {
      const lacking = [...(input.place.agreedByPledgor ? [] : ['PLEDGOR']), ...(input.place.agreedByPledgee ? [] : ['PLEDGEE'])];
      const facts = { missing: lacking.join(', ') };
      refuse(uphold(cite('by-pledge/3.1/б/place'), lacking.length === 0, 'BY_PLEDGE_INSPECTION_PLACE_NOT_AGREED', facts));
    }
    if (kind === 'DEFECT_REIMBURSEMENT' && !input.amount) throw missing('amount');
    enforce(dutyRules[kind].clause);
    const notice = {
      INFORMATION: 'INFORMATION_REQUEST',
      INSPECTION: 'INSPECTION_REQUEST',
      THREAT_REPLACEMENT: 'DEMAND',
      VALUATION: 'DEMAND',
      DEFECT_REIMBURSEMENT: 'DEFECT_CLAIM',
    } as const;
    const { id: noticeId, receivedOn } = await writeNotice(context, pledge, { kind: notice[kind], sender: 'PLEDGEE', ways, text: ground });
    // A notice without the copies starts nothing: a new one with them does.
    const waitsFor = kind === 'DEFECT_REIMBURSEMENT' && !input.withCopies ? null : noticeId;
    const dutyId = await openDuty(context, pledge, {
      kind,
      ground: kind === 'VALUATION' ? ground : kind,
      noticeId: waitsFor,
      amount: input.amount ? positiveSum(input.amount, 'amount').toFixed(2) : null,
      dueOn: input.dueOn ?? null,
      status: term === 'SET' ? 'OPEN' : 'WAITING',
    });
    // By some ways the day of receipt is known when the notice goes; by others it is recorded later.
    if (waitsFor && receivedOn && term !== 'SET') {
      const [duty] = await context.transaction.query(lockDutyRow, [dutyId]);
      await startTerm(context, pledge, duty!, Temporal.PlainDate.from(receivedOn));
    }
    return { dutyId, noticeId };
  },
});

export interface ReportItemEvent {
  readonly pledgeId: string;
  readonly event: ItemEvent;
  /** ISO 8601. */
  readonly on: string;
  /** By how much the value fell, BYN; where part of the loan may be repaid instead. */
  readonly valueDecrease?: string | null;
  /** The day until which the lender lets that part be repaid, ISO 8601; instead of the days for restoration. */
  readonly repayUntil?: string | null;
}

/** Something happened to the item: it is to be restored or replaced, counted from the day of the event. */
export const reportItemEvent = defineCommand<ReportItemEvent, DutyResult>({
  name: 'byPledgeReportItemEvent',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, event, on, valueDecrease, repayUntil }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    requireInForce(pledge);
    const day = pastDay(context, on, 'on');
    if (!itemEvents.includes(event)) throw missing('event');
    if (repayUntil && !valueDecrease) throw missing('valueDecrease');
    enforce(dutyRules.RESTORATION.clause);
    if (repayUntil) enforce(cite('by-pledge/3.1/е/repay'));
    const dutyId = await openDuty(context, pledge, {
      kind: 'RESTORATION',
      ground: event,
      noticeId: null,
      amount: valueDecrease ? positiveSum(valueDecrease, 'valueDecrease').toFixed(2) : null,
      dueOn: repayUntil ?? null,
      status: 'OPEN',
      startedOn: day,
    });
    return { dutyId };
  },
});

type NewDuty = Pick<DutyRecord, 'kind' | 'ground' | 'noticeId' | 'amount' | 'dueOn'> & {
  readonly status: 'OPEN' | 'WAITING';
  /** Of an open one, the day from which its term counts; today unless said. */
  readonly startedOn?: Temporal.PlainDate;
};

/** Opens a duty of a locked pledge and watches its last day, where it is known. Answers its id. */
export async function openDuty(context: CommandContext, pledge: PledgeRecord, duty: NewDuty): Promise<string> {
  const id = newId(context);
  const isOpen = duty.status === 'OPEN';
  const startedOn = isOpen ? (duty.startedOn ?? context.today) : null;
  const named = duty.dueOn ? Temporal.PlainDate.from(duty.dueOn) : null;
  const dueOn = startedOn ? (named ?? lastDayOfDuty(context, pledge, duty, startedOn)) : named;
  await context.transaction.insert(DutyEntity, {
    ...pledgeRow(context, pledge, id),
    kind: duty.kind,
    status: duty.status,
    ground: duty.ground,
    noticeId: duty.noticeId,
    amount: duty.amount,
    startedOn: startedOn?.toString() ?? null,
    dueOn: dueOn?.toString() ?? null,
    metOn: null,
    outcome: null,
    openedAt: momentOf(context),
  });
  if (isOpen) await watch(context, pledge, { id, kind: duty.kind }, dueOn);
  const { clause } = dutyRules[duty.kind].clause;
  tellEnforcement(context, pledge, { type: 'ByPledgeDuty', id }, { kind: duty.kind, from: null, to: duty.status }, clause);
  return id;
}

function requireGround({ kind, ground }: DemandDuty): void {
  const isTold = ground.trim() !== '';
  if (kind === 'THREAT_REPLACEMENT') {
    refuse(uphold(cite('by-pledge/3.1/д'), isTold, 'BY_PLEDGE_REPLACEMENT_GROUND_MISSING', {}, { path: ['input', 'ground'] }));
    return;
  }
  const isKnown = kind !== 'VALUATION' || (valuationGrounds as readonly string[]).includes(ground);
  if (!isTold || !isKnown) throw missing('ground');
}

const missing = (field: string) => new Refusal([formFinding('BY_PLEDGE_DUTY_TERM_MISSING', ['input', field], { missing: field })]);
