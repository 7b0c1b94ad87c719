import type { Temporal } from 'temporal-polyfill';
import { traceClauses } from './citation-trace';
import type { HeldEdition, StatuteEdition, TimelineEntry, UnheldEdition } from './edition';
import type { Finding } from './finding';
import { editionHash, editionId, type LenderRules, type Statute } from './lender-rules';
import { compare, NotComparable } from './overlay';
import type { ParameterDeclarations } from './parameter';
import { resolveParameter } from './resolve-parameter';
import { type EditionReference, type ResolvedParameter, ResolvedRules } from './resolved-rules';
import type { AnyRuleSet } from './rule-set';
import { inForceOn, RulesLoadError } from './timeline';
import type { Validator } from './validator';

export type Day = Temporal.PlainDate | string;

export interface ResolveOptions {
  /** Days by name, where edition and statutes are not all chosen by one day. */
  readonly dates?: Readonly<Record<string, Day>>;
  /** An edition that an officer chose, with a reason recorded elsewhere, where the day has none. */
  readonly edition?: string;
}

interface Chosen {
  readonly edition: TimelineEntry | null;
  readonly statutes: ReadonlyArray<{ readonly statute: Statute; readonly edition: StatuteEdition }>;
}

/** One plugin's rules: parameters, editions of its lenders, statutes and validators, checked against each other. */
export class RuleBook {
  private readonly lenders = new Map<string, LenderRules>();
  private readonly resolved = new Map<string, ResolvedRules>();

  /** Throws `RulesLoadError` on doubles and where, after overlay, a minimum lies above its maximum. */
  constructor(
    readonly ruleSet: AnyRuleSet,
    editions: readonly LenderRules[],
    readonly statutes: readonly Statute[],
    readonly validators: readonly Validator[],
  ) {
    for (const rules of editions) {
      const earlier = this.lenders.get(rules.lender);
      if (earlier) throw new RulesLoadError(rules.id, `${rules.lender} already has the rules ${earlier.id}.`);
      this.lenders.set(rules.lender, rules);
    }
    const ids = new Set<string>();
    for (const { id } of validators) {
      if (ids.has(id)) throw new RulesLoadError(ruleSet.plugin, `two validators are called ${id}.`);
      ids.add(id);
    }
    for (const rules of editions) this.checkOverlays(rules);
  }

  lenderRules(lender: string): LenderRules | null {
    return this.lenders.get(lender) ?? null;
  }

  get allLenderRules(): readonly LenderRules[] {
    return [...this.lenders.values()];
  }

  /** Edition and statutes of a day. In a gap there is no edition and `finding` says so. */
  resolve(lender: string, on: Day, options: ResolveOptions = {}): ResolvedRules {
    const rules = this.lenderRules(lender);
    const dayOf = (chosenBy: string) => String(options.dates?.[chosenBy] ?? on);
    const day = rules ? dayOf(rules.chosenBy) : String(on);
    const edition = rules && (options.edition ? byId(rules, options.edition) : inForceOn(rules.timeline, day));
    const statutes = this.statutes.flatMap((statute) => {
      const found = inForceOn(statute.timeline, dayOf(statute.chosenBy));
      return found?.kind === 'STATUTE' ? [{ statute, edition: found }] : [];
    });
    // A finding names the day, so only rules without one are shared.
    if (!rules || edition?.kind !== 'EDITION') return this.build(lender, rules, { edition, statutes }, day, options);
    traceClauses([rules.basis.clause, edition.citation.clause], 'USED');
    const key = [
      rules.id,
      edition.from,
      options.edition ? 'OFFICER' : '',
      ...statutes.map(({ statute, edition: { from } }) => `${statute.id}/${from}`),
    ].join('|');
    let found = this.resolved.get(key);
    if (!found) {
      found = this.build(lender, rules, { edition, statutes }, day, options);
      this.resolved.set(key, found);
    }
    return found;
  }

  private build(
    lender: string,
    rules: LenderRules | null,
    { edition, statutes }: Chosen,
    day: string,
    options: ResolveOptions,
  ): ResolvedRules {
    const held = edition?.kind === 'EDITION' ? edition : null;
    return new ResolvedRules({
      plugin: this.ruleSet.plugin,
      lender,
      edition: rules && edition && edition.kind !== 'GAP' ? reference(this.ruleSet.parameters, rules, edition, options) : null,
      statutes: statutes.map(({ statute, edition: statuteEdition }) => ({
        id: editionId(statute.id, statuteEdition),
        from: statuteEdition.from,
        to: statuteEdition.to,
        clause: null,
        sha256: editionHash(this.ruleSet.parameters, statute.id, statuteEdition),
        basis: statute.chosenBy,
      })),
      finding: held ? null : this.missingEdition(rules, edition, day),
      parameters: this.parameters(rules, held, statutes),
      validators: this.validators,
      codes: this.ruleSet.codes,
    });
  }

  private parameters(
    rules: LenderRules | null,
    edition: HeldEdition | null,
    statutes: Chosen['statutes'],
  ): ReadonlyMap<string, ResolvedParameter> {
    const found = new Map<string, ResolvedParameter>();
    for (const [name, declaration] of Object.entries(this.ruleSet.parameters)) {
      found.set(name, resolveParameter(name, declaration, rules, edition, statutes));
    }
    return found;
  }

  private missingEdition(rules: LenderRules | null, entry: TimelineEntry | null, day: string): Finding {
    const clauses = entry ? [entry.citation.clause] : rules ? [rules.basis.clause] : [];
    traceClauses(clauses, 'FAIL');
    if (rules && entry?.kind === 'TEXT_NOT_HELD') {
      const edition = editionId(rules.id, entry);
      return { code: this.ruleSet.codes.textNotHeld, severity: 'BLOCKING', clauses, edition, facts: { on: day, edition } };
    }
    const neighbours = (rules?.timeline ?? []).filter((other) => other.kind !== 'GAP');
    const before = neighbours.findLast((other) => other.from <= day);
    const after = neighbours.find((other) => other.from > day);
    const name = (other: TimelineEntry | undefined) => (rules && other ? editionId(rules.id, other) : '—');
    return { code: this.ruleSet.codes.gap, severity: 'BLOCKING', clauses, facts: { on: day, before: name(before), after: name(after) } };
  }

  /** Every edition under every statute that may stand beside it. */
  private checkOverlays(rules: LenderRules): void {
    const same = this.statutes.filter((statute) => statute.chosenBy === rules.chosenBy);
    const other = this.statutes.filter((statute) => statute.chosenBy !== rules.chosenBy);
    const boundaries = (statutes: readonly Statute[]) => statutes.flatMap((statute) => statute.timeline.map((entry) => entry.from));
    for (const edition of rules.timeline) {
      if (edition.kind !== 'EDITION') continue;
      const within = boundaries(same).filter((day) => edition.from <= day && (edition.to === null || day < edition.to));
      for (const day of new Set([edition.from, ...within])) {
        for (const otherDay of new Set([day, ...boundaries(other)])) {
          const statutes = this.statutes.flatMap((statute) => {
            const found = inForceOn(statute.timeline, statute.chosenBy === rules.chosenBy ? day : otherDay);
            return found?.kind === 'STATUTE' ? [{ statute, edition: found }] : [];
          });
          this.checkBounds(rules, edition, statutes);
        }
      }
    }
  }

  private checkBounds(rules: LenderRules, edition: HeldEdition, statutes: Chosen['statutes']): void {
    const owner = [editionId(rules.id, edition), ...statutes.map(({ statute, edition: found }) => editionId(statute.id, found))].join(
      ' under ',
    );
    try {
      const parameters = this.parameters(rules, edition, statutes);
      for (const [name, declaration] of Object.entries(this.ruleSet.parameters)) {
        if (!('notBelow' in declaration) || !declaration.notBelow) continue;
        const max = parameters.get(name)?.bound;
        const min = parameters.get(declaration.notBelow)?.bound;
        if (max && min && compare(min.value, max.value) > 0)
          throw new RulesLoadError(owner, `${declaration.notBelow} (${min.value}) lies above ${name} (${max.value}).`);
      }
    } catch (error) {
      if (error instanceof NotComparable) throw new RulesLoadError(owner, error.message);
      throw error;
    }
  }
}

function byId(rules: LenderRules, id: string): TimelineEntry | null {
  return rules.timeline.find((entry) => entry.kind !== 'GAP' && editionId(rules.id, entry) === id) ?? null;
}

function reference(
  parameters: ParameterDeclarations,
  rules: LenderRules,
  edition: HeldEdition | UnheldEdition,
  options: ResolveOptions,
): EditionReference {
  return {
    id: editionId(rules.id, edition),
    from: edition.from,
    to: edition.to,
    clause: edition.citation.clause,
    sha256: editionHash(parameters, rules.id, edition),
    basis: options.edition ? 'OFFICER' : rules.chosenBy,
  };
}
