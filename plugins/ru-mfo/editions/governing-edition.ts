import { Temporal } from 'temporal-polyfill';
import { enforce, type Finding, type LenderRules, uphold } from '../../../modules/rules';
import { type DutyName, dutyOf } from '../lenders';

/** Why an edition governs: the lender's table of periods, or an officer's choice in a gap of it. */
export type EditionBasis = 'TABLE_PERIOD' | 'OFFICER';

export interface GoverningEdition {
  /** `null` in a gap without a choice. */
  readonly id: string | null;
  readonly basis: EditionBasis | null;
  readonly inForceFrom: string | null;
  /** Last day in force; `null` while it is. */
  readonly inForceTo: string | null;
  /** Whether its parameters are held here. */
  readonly held: boolean;
  readonly findings: readonly Finding[];
}

const none = { id: null, basis: null, inForceFrom: null, inForceTo: null, held: false } as const;

/**
 * Which edition governs a contract concluded on a day. `claimed` is the edition that somebody says governs it:
 * one recorded on the contract, or in a gap the neighbour that an officer chose.
 */
export function governingEdition(rules: LenderRules, concludedOn: Temporal.PlainDate, claimed: string | null = null): GoverningEdition {
  const day = concludedOn.toString();
  const at = rules.timeline.findIndex(({ from, to }) => from <= day && (to === null || day < to));
  const entry = rules.timeline[at];
  const idOf = (index: number) => (rules.timeline[index] ? `${rules.id}/${rules.timeline[index].from}` : '—');
  if (!entry) {
    const finding = uphold(duties(rules, 'edition.exists'), false, 'RU_MFO_EDITION_NOT_FOUND', { on: day, first: idOf(0) });
    return { ...none, findings: [finding!] };
  }
  if (entry.kind === 'GAP') {
    const neighbours = [idOf(at - 1), idOf(at + 1)];
    const chosen = claimed !== null && neighbours.includes(claimed);
    const finding = uphold(entry.citation, chosen, 'RU_MFO_EDITION_GAP', { on: day, before: neighbours[0]!, after: neighbours[1]! });
    if (finding) return { ...none, findings: [finding] };
    const { from, to } = rules.timeline[claimed === neighbours[0] ? at - 1 : at + 1]!;
    return { id: claimed, basis: 'OFFICER', inForceFrom: from, inForceTo: lastDay(to), held: false, findings: [] };
  }
  enforce(entry.citation);
  uphold(duties(rules, 'edition.exists'), true, 'RU_MFO_EDITION_NOT_FOUND');
  const governing = idOf(at);
  const grounds = [entry.citation, rules.basis, ...duties(rules, 'edition.byConclusion')];
  const mismatch =
    claimed === null ? null : uphold(grounds, claimed === governing, 'RU_MFO_EDITION_MISMATCH', { concludedOn: day, governing, claimed });
  return {
    id: governing,
    basis: 'TABLE_PERIOD',
    inForceFrom: entry.from,
    inForceTo: lastDay(entry.to),
    held: entry.kind === 'EDITION',
    findings: mismatch ? [mismatch] : [],
  };
}

const duties = (rules: LenderRules, name: DutyName) => dutyOf(rules.lender, name);

/** The day before the first day no longer in force. */
function lastDay(to: string | null): string | null {
  return to === null ? null : Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();
}
