import type { Sentence } from '../../schema/base';
import type { Citation } from './citation';
import { contentHash } from './content-hash';
import {
  type EditionEntry,
  type HeldEdition,
  type StatuteEdition,
  type StatuteTimelineEntry,
  silent,
  type TimelineEntry,
  type UnheldEdition,
} from './edition';
import { canonicalValue, type ParameterDeclarations, valueFault } from './parameter';
import { checkTimeline, RulesLoadError } from './timeline';

interface Common {
  /** Which of a contract's days chooses, e.g. `CONTRACT_CONCLUDED_ON`; asked for when rules are resolved. */
  readonly chosenBy: string;
  /** The day by which somebody must have looked at the open-ended parameters again. A warning after it, never a refusal. */
  readonly reviewBy: string;
}

/** One lender's editions. */
export interface LenderRulesDefinition extends Common {
  /** Says why this day chooses: the clause on editions. */
  readonly basis: Citation;
  readonly timeline: readonly TimelineEntry[];
  /** The lender's code; the last part of the id unless said. */
  readonly lender?: string;
}

export interface LenderRules extends Required<LenderRulesDefinition> {
  readonly id: string;
}

/** One statute's dated parameters: a layer apart from every lender's editions. */
export interface StatuteDefinition extends Common {
  /** The act's name. */
  readonly act: Sentence;
  readonly url?: string;
  readonly timeline: readonly StatuteTimelineEntry[];
}

export interface Statute extends StatuteDefinition {
  readonly id: string;
}

/** Checks and freezes a lender's editions against the declared parameters. Throws `RulesLoadError`. */
export function makeLenderRules(parameters: ParameterDeclarations, id: string, definition: LenderRulesDefinition): LenderRules {
  checkTimeline(id, definition.timeline);
  checkTimeline(id, [{ from: definition.reviewBy, to: null }]);
  for (const entry of definition.timeline) {
    if (entry.kind !== 'EDITION') continue;
    const owner = editionId(id, entry);
    checkNames(owner, parameters, entry.entries);
    for (const [name, declaration] of Object.entries(parameters)) {
      const value = entry.entries[name];
      if (value === undefined) throw new RulesLoadError(owner, `${name} has neither a value nor \`silent\`.`);
      if (value !== silent) checkValue(owner, name, declaration, value[0]);
    }
  }
  return Object.freeze({ ...definition, id, lender: definition.lender ?? id.slice(id.lastIndexOf('/') + 1) });
}

/** Checks and freezes a statute against the declared parameters. Throws `RulesLoadError`. */
export function makeStatute(parameters: ParameterDeclarations, id: string, definition: StatuteDefinition): Statute {
  checkTimeline(id, definition.timeline);
  checkTimeline(id, [{ from: definition.reviewBy, to: null }]);
  for (const entry of definition.timeline) {
    if (entry.kind !== 'STATUTE') continue;
    const owner = editionId(id, entry);
    checkNames(owner, parameters, entry.entries);
    for (const [name, value] of Object.entries(entry.entries)) checkValue(owner, name, parameters[name]!, value[0]);
  }
  return Object.freeze({ ...definition, id });
}

function checkNames(owner: string, parameters: ParameterDeclarations, entries: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(entries)) {
    if (!Object.hasOwn(parameters, name)) throw new RulesLoadError(owner, `${name} is no declared parameter.`);
  }
}

function checkValue(owner: string, name: string, declaration: ParameterDeclarations[string], value: unknown): void {
  const fault = valueFault(declaration, value);
  if (fault) throw new RulesLoadError(owner, `${name} ${fault} (${declaration.unit}).`);
}

/** `<rules>/<first day in force>`. */
export function editionId(owner: string, entry: { readonly from: string }): string {
  return `${owner}/${entry.from}`;
}

/** A statute's point in one of its editions: `<act>/<point>@<first day>`. */
export function statuteClause(statute: string, point: string, from: string): string {
  return `${statute}/${point}@${from}`;
}

/** SHA-256 over an edition's canonical content: what a receipt names beside its id. */
export function editionHash(parameters: ParameterDeclarations, owner: string, entry: HeldEdition | UnheldEdition | StatuteEdition): string {
  const entries: Record<string, unknown> = {};
  if ('entries' in entry) {
    for (const [name, value] of Object.entries(entry.entries as Readonly<Record<string, EditionEntry>>))
      entries[name] = value === silent ? null : [canonicalValue(parameters[name]!.unit, value[0]), ...value.slice(1)];
  }
  return contentHash({ id: editionId(owner, entry), kind: entry.kind, to: entry.to, entries });
}
