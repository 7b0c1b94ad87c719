import type { Temporal } from 'temporal-polyfill';
import { type CommandContext, defineCommand, Refusal } from '../../../modules/commands';
import { type Citation, enforce, type Finding, formFinding, uphold } from '../../../modules/rules';
import { cite } from '../cite';
import { rulesOfPledge } from '../command-support/judging';
import { pastDay } from '../command-support/moments';
import { positiveSum } from '../command-support/sums';
import { openDuty } from '../duties/demand-duty.command';
import { hasConsent } from '../duties/meet-duty.command';
import { PLUGIN } from '../ids';
import { renewInventory } from '../inventory/renew-inventory';
import { lockPledge, type PledgeRecord, requireInForce } from '../pledge';
import { enforcementEvents } from '../pledge/course-events';
import { rules } from '../rules';
import { recordViolation } from '../violations/record-violation';
import { type CourseResult, recordCourse } from './record-course';

/** A fact that was found, with the violation that it is where a clause does not hold. */
interface Judged {
  readonly clause: Citation;
  readonly finding: Finding | null;
  readonly loss?: string | null;
}

const warning = { severity: 'WARNING' } as const;

/** Records a violation for every clause that did not hold; answers their ids and the findings, all warnings: the facts stand. */
async function recordViolations(
  context: CommandContext,
  pledge: PledgeRecord,
  fact: string,
  on: Temporal.PlainDate,
  judged: readonly Judged[],
) {
  const violationIds: string[] = [];
  for (const { clause, finding, loss } of judged) {
    if (finding) violationIds.push(await recordViolation(context, pledge, { clause, fact, on: on.toString(), loss: loss ?? null }));
  }
  return { violationIds, findings: judged.flatMap(({ finding }) => finding ?? []) };
}

export interface RecordInspection {
  readonly pledgeId: string;
  readonly on: string;
  readonly type: 'DOCUMENTARY' | 'PHYSICAL';
  readonly access: 'ACCESS_GRANTED' | 'ACCESS_DENIED';
  readonly isInOrder: boolean;
  readonly isTaxi: boolean;
  /** By how much the pledgor's acts lowered the value, BYN. */
  readonly valueLoweredBy?: string | null;
  /** What was found, in words. */
  readonly findings: string;
}

/** Records an inspection, as often as the lender likes; what was found against the agreement is recorded as violations. */
export const recordInspection = defineCommand<RecordInspection, CourseResult>({
  name: 'byPledgeRecordInspection',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, on: day, type, access, isInOrder, isTaxi, valueLoweredBy, findings: text }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    requireInForce(pledge);
    const on = pastDay(context, day, 'on');
    enforce(cite('by-pledge/3.4/а'));
    const loss = valueLoweredBy ? positiveSum(valueLoweredBy, 'valueLoweredBy').toFixed(2) : null;
    const recordId = await recordCourse(context, pledge, {
      kind: 'INSPECTION',
      on,
      facts: { type, access, isInOrder, isTaxi, loss },
      text,
    });
    const checks = [
      [cite('by-pledge/3.1/б/access'), access === 'ACCESS_GRANTED', 'BY_PLEDGE_ACCESS_DENIED_BY_PLEDGOR', null],
      [cite('by-pledge/3.1/а'), isInOrder, 'BY_PLEDGE_CONDITION_VIOLATED', 'NOT_IN_ORDER'],
      [cite('by-pledge/3.1/в'), loss === null, 'BY_PLEDGE_CONDITION_VIOLATED', 'VALUE_LOWERED'],
      [cite('by-pledge/3.1/о'), !isTaxi, 'BY_PLEDGE_TAXI_USE', null],
    ] as const;
    const judged = checks.map(([clause, holds, code, found]) => ({
      clause,
      finding: uphold(clause, holds, code, found ? { found } : {}, warning),
      loss: found === 'VALUE_LOWERED' ? loss : null,
    }));
    return { pledgeId, recordId, ...(await recordViolations(context, pledge, recordId, on, judged)) };
  },
});

export interface RecordService {
  readonly pledgeId: string;
  readonly on: string;
  /** Kinds of evidence that the organisation gave, with their numbers. */
  readonly evidence: readonly { readonly kind: string; readonly number: string }[];
}

/** Files a service of the item; one without the certificate and the service history is a violation. */
export const recordService = defineCommand<RecordService, CourseResult>({
  name: 'byPledgeRecordService',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, on: day, evidence }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    requireInForce(pledge);
    const on = pastDay(context, day, 'on');
    const needed = rules.read(rulesOfPledge(context, pledge), 'service.evidence')!.value;
    const missing = needed.filter((kind) => !evidence.some((one) => one.kind === kind && one.number.trim() !== ''));
    const facts = Object.fromEntries(evidence.map(({ kind, number }) => [kind, number.trim()]));
    const recordId = await recordCourse(context, pledge, { kind: 'SERVICE', on, facts });
    const clause = cite('by-pledge/3.1/н');
    const finding = uphold(clause, missing.length === 0, 'BY_PLEDGE_SERVICE_EVIDENCE_MISSING', { missing: missing.join(', ') }, warning);
    return { pledgeId, recordId, ...(await recordViolations(context, pledge, recordId, on, [{ clause, finding }])) };
  },
});

export const disposalActs = ['ALIENATION', 'LEASE', 'GRATUITOUS_USE', 'OTHER_DISPOSAL', 'LATER_PLEDGE'] as const;

export interface RecordDisposal {
  readonly pledgeId: string;
  readonly act: (typeof disposalActs)[number];
  readonly on: string;
}

/**
 * Records what the pledgor did with the item. A disposal without an earlier written consent is not recorded, its violation is; a later
 * pledge stands as a fact either way. After an alienation that was consented to, one of three outcomes is followed to its end.
 */
export const recordDisposal = defineCommand<RecordDisposal, CourseResult>({
  name: 'byPledgeRecordDisposal',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, act, on: day }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    requireInForce(pledge);
    const on = pastDay(context, day, 'on');
    const isConsented = await hasConsent(context, pledge, act, on);
    const fact = `${act}:${on}`;
    if (act === 'LATER_PLEDGE') {
      const clause = cite('by-pledge/3.1/ж');
      const recordId = await recordCourse(context, pledge, { kind: 'LATER_PLEDGE', on, facts: { isConsented } });
      const finding = uphold(clause, isConsented, 'BY_PLEDGE_SUBSEQUENT_PLEDGE_WITHOUT_CONSENT', { on: on.toString() }, warning);
      return { pledgeId, recordId, ...(await recordViolations(context, pledge, fact, on, [{ clause, finding }])) };
    }
    const clause = cite('by-pledge/3.1/к/p1');
    const finding = uphold(clause, isConsented, 'BY_PLEDGE_ALIENATION_WITHOUT_CONSENT', { act, on: on.toString() });
    // Answered, not thrown: the violation stays while the disposal is refused.
    if (finding) return { pledgeId, ...(await recordViolations(context, pledge, fact, on, [{ clause, finding }])) };
    const incomeOwner = rules.read(rulesOfPledge(context, pledge), 'income.owner')?.value ?? null;
    const recordId = await recordCourse(context, pledge, { kind: 'DISPOSAL', on, facts: act === 'LEASE' ? { act, incomeOwner } : { act } });
    if (act === 'ALIENATION') {
      enforce(cite('by-pledge/3.1/к/p2'));
      await openDuty(context, pledge, {
        kind: 'ALIENATION_OUTCOME',
        ground: act,
        noticeId: null,
        amount: null,
        dueOn: null,
        status: 'OPEN',
      });
    }
    return { pledgeId, recordId };
  },
});

export interface ReportCircumstance {
  readonly pledgeId: string;
  readonly event: 'LOCATION_CHANGED' | 'CONDITION_WORSENED' | 'THREAT';
  readonly occurredOn: string;
  readonly notifiedOn: string;
  /** The new place or what happened, in words. */
  readonly text: string;
}

/**
 * Records the pledgor's notice of a changed place, a worse condition or a threat; one that came later than the next day is a violation.
 * A new place is the next version of the inventory.
 */
export const reportCircumstance = defineCommand<ReportCircumstance, CourseResult>({
  name: 'byPledgeReportCircumstance',
  plugin: PLUGIN,
  emits: enforcementEvents,
  async run({ pledgeId, event, occurredOn, notifiedOn, text }, context) {
    const { pledge } = await lockPledge(context, pledgeId);
    requireInForce(pledge);
    const occurred = pastDay(context, occurredOn, 'occurredOn');
    const notified = pastDay(context, notifiedOn, 'notifiedOn');
    const clause = cite('by-pledge/3.1/г');
    const within = rules.read(rulesOfPledge(context, pledge), 'addressChange.notice.within')!;
    const dueOn = occurred.add({ days: within.value });
    if (text.trim() === '') throw new Refusal([formFinding('BY_PLEDGE_DUTY_TERM_MISSING', ['input', 'text'], { missing: 'text' })]);
    const facts = { event, notifiedOn: notified.toString() };
    const recordId = await recordCourse(context, pledge, { kind: 'CIRCUMSTANCE', on: occurred, facts, text });
    if (event === 'LOCATION_CHANGED') await renewInventory(context, pledge, { storageAddress: text }, `NOTICE ${recordId}`);
    const told = { dueOn: dueOn.toString(), notifiedOn: notified.toString() };
    const finding = uphold(clause, notified.since(dueOn).sign <= 0, 'BY_PLEDGE_NOTICE_LATE', told, warning);
    return { pledgeId, recordId, ...(await recordViolations(context, pledge, `${event}:${occurred}`, notified, [{ clause, finding }])) };
  },
});
