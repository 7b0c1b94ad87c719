import type { Citation } from '../../../modules/rules';
import { cite } from '../cite';

/**
 * WAITING: its term has not begun (a notice or copies are missing). OPEN: the term runs, or there is none. OVERDUE: the last day has
 * passed. MET, MET_LATE: done. RELEASED: no longer asked for.
 */
export const dutyStatuses = ['WAITING', 'OPEN', 'OVERDUE', 'MET', 'MET_LATE', 'RELEASED'] as const;
export type DutyStatus = (typeof dutyStatuses)[number];

export const nextDutyStatuses: Readonly<Record<DutyStatus, readonly DutyStatus[]>> = Object.freeze({
  WAITING: ['OPEN', 'MET', 'RELEASED'],
  OPEN: ['OVERDUE', 'MET', 'MET_LATE', 'RELEASED'],
  OVERDUE: ['MET_LATE', 'RELEASED'],
  MET: [],
  MET_LATE: [],
  RELEASED: [],
});

/** Duties that are still to be done. */
export const openDuties: readonly DutyStatus[] = ['WAITING', 'OPEN', 'OVERDUE'];

export const dutyKinds = [
  'INFORMATION',
  'INSPECTION',
  'THREAT_REPLACEMENT',
  'RESTORATION',
  'VALUATION',
  'VALUE_ADDENDUM',
  'ALIENATION_OUTCOME',
  'DEFECT_REIMBURSEMENT',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

type WorkingDaysTerm = 'inspection.within' | 'restore.within' | 'reimbursement.within';

interface DutyRule {
  readonly clause: Citation;
  /** SET: the pledgee's demand names the day. A parameter: so many working days from the start. NONE: no day is named anywhere. */
  readonly term: 'SET' | 'NONE' | WorkingDaysTerm;
  /** Of a duty that was not done in time; none where it has no term. */
  readonly overdue: string | null;
  /** The agreement's letter that a failure violates. */
  readonly violates: Citation;
}

/** What the pledgor owes, by which clause, and how long it has (обязанности залогодателя). */
export const dutyRules: Readonly<Record<DutyKind, DutyRule>> = Object.freeze({
  INFORMATION: {
    clause: cite('by-pledge/3.1/б/information'),
    term: 'SET',
    overdue: 'BY_PLEDGE_INFORMATION_OVERDUE',
    violates: cite('by-pledge/3.1/б/information'),
  },
  INSPECTION: {
    clause: cite('by-pledge/3.1/б/present'),
    term: 'inspection.within',
    overdue: 'BY_PLEDGE_INSPECTION_OVERDUE',
    violates: cite('by-pledge/3.1/б/present'),
  },
  THREAT_REPLACEMENT: {
    clause: cite('by-pledge/3.1/д'),
    term: 'SET',
    overdue: 'BY_PLEDGE_RESTORATION_OVERDUE',
    violates: cite('by-pledge/3.1/д'),
  },
  RESTORATION: {
    clause: cite('by-pledge/3.1/е/restore'),
    term: 'restore.within',
    overdue: 'BY_PLEDGE_RESTORATION_OVERDUE',
    violates: cite('by-pledge/3.1/е/restore'),
  },
  VALUATION: {
    clause: cite('by-pledge/3.1/з'),
    term: 'SET',
    overdue: 'BY_PLEDGE_VALUATION_OVERDUE',
    violates: cite('by-pledge/3.1/з'),
  },
  VALUE_ADDENDUM: { clause: cite('by-pledge/3.1/и'), term: 'NONE', overdue: null, violates: cite('by-pledge/3.1/и') },
  ALIENATION_OUTCOME: { clause: cite('by-pledge/3.1/к/p2'), term: 'NONE', overdue: null, violates: cite('by-pledge/3.1/к/p2') },
  DEFECT_REIMBURSEMENT: {
    clause: cite('by-pledge/3.1/м'),
    term: 'reimbursement.within',
    overdue: 'BY_PLEDGE_REIMBURSEMENT_OVERDUE',
    violates: cite('by-pledge/3.1/м'),
  },
});

/** Events that make the pledgor restore or replace the item. */
export const itemEvents = ['LOSS', 'DAMAGE', 'VALUE_DECREASE', 'ARREST', 'THIRD_PARTY_CLAIM'] as const;
export type ItemEvent = (typeof itemEvents)[number];

/** How a duty to restore is met. */
export const restoreOptions = ['RESTORE', 'REPLACE', 'REPAY'] as const;
