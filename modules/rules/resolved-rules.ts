import type { Confidence } from './edition';
import type { Finding } from './finding';
import type { Layer } from './overlay';
import type { BoundParameter, ParameterValue, Unit } from './parameter';
import { type PreparedValidator, prepareValidator } from './prepared-validator';
import type { Validator } from './validator';

/** Why a parameter has no value. */
export type ParameterAbsence = 'SILENT' | 'TEXT_NOT_HELD' | 'UNVERIFIED';

export interface TracedCandidate {
  readonly layer: Layer;
  readonly value: ParameterValue;
  readonly clause: string;
  readonly edition: string;
  readonly from: string;
  readonly verified: boolean;
  readonly confidence: Confidence;
  /** Whether it took part; an unconfirmed limit does not. */
  readonly counted: boolean;
}

/** How a parameter got its value: every candidate, and who bound. JSON, in receipts as it stands here. */
export interface ParameterTrace {
  readonly param: string;
  readonly unit: Unit;
  readonly value: ParameterValue | null;
  readonly reason?: ParameterAbsence;
  readonly bound: readonly Layer[];
  readonly candidates: readonly TracedCandidate[];
}

export interface ResolvedParameter {
  readonly bound: BoundParameter | null;
  readonly absence: ParameterAbsence | null;
  readonly trace: ParameterTrace;
}

/** An edition or a statute's edition as a receipt names it. */
export interface EditionReference {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly clause: string | null;
  readonly sha256: string;
  /** What chose it: the day's name, or `OFFICER` where an officer resolved a missing edition. */
  readonly basis: string;
}

export interface RulesReference {
  readonly plugin: string;
  readonly edition: EditionReference | null;
  readonly statutes: readonly EditionReference[];
}

interface Parts {
  readonly plugin: string;
  readonly lender: string;
  readonly edition: EditionReference | null;
  readonly statutes: readonly EditionReference[];
  readonly finding: Finding | null;
  readonly parameters: ReadonlyMap<string, ResolvedParameter>;
  readonly validators: readonly Validator[];
  readonly codes: RuleCodes;
}

/** Codes that a plugin gives to what the engine itself finds. */
export interface RuleCodes {
  /** No edition on the day; facts `on`, `before`, `after`. */
  readonly gap: string;
  /** An edition was in force whose text is not held; facts `on`, `edition`. */
  readonly textNotHeld: string;
  /** A validator lacked a fact; facts `validator`, `missing`. */
  readonly factMissing: string;
}

/** Edition and statutes of one day laid over each other, once; shared by every decision of that day. */
export class ResolvedRules {
  readonly plugin: string;
  readonly lender: string;
  /** `null` in a gap. */
  readonly edition: EditionReference | null;
  readonly statutes: readonly EditionReference[];
  /** Why there is no edition to decide by; blocking. */
  readonly finding: Finding | null;
  readonly codes: RuleCodes;
  /** Plugin, edition and statutes, as a receipt names them. */
  readonly reference: RulesReference;
  /** One entry per declared parameter, sorted by name. */
  readonly trace: readonly ParameterTrace[];
  private readonly prepared = new Map<Validator, PreparedValidator>();
  private readonly byStage = new Map<string, readonly Validator[]>();

  constructor(private readonly parts: Parts) {
    this.plugin = parts.plugin;
    this.lender = parts.lender;
    this.edition = parts.edition;
    this.statutes = parts.statutes;
    this.finding = parts.finding;
    this.codes = parts.codes;
    this.reference = Object.freeze({ plugin: parts.plugin, edition: parts.edition, statutes: parts.statutes });
    this.trace = Object.freeze(
      [...parts.parameters.values()].map((parameter) => parameter.trace).sort((a, b) => (a.param < b.param ? -1 : 1)),
    );
  }

  /** Throws for a name that was not declared: a wiring error. */
  parameter(name: string): ResolvedParameter {
    const found = this.parts.parameters.get(name);
    if (!found) throw new Error(`${name} is no declared parameter of ${this.plugin}.`);
    return found;
  }

  validatorsAt(stage: string): readonly Validator[] {
    let found = this.byStage.get(stage);
    if (!found) {
      found = Object.freeze(this.parts.validators.filter((validator) => validator.appliesAt.includes(stage)));
      this.byStage.set(stage, found);
    }
    return found;
  }

  /** A validator with its parameters bound, made once. */
  prepare(validator: Validator): PreparedValidator {
    let found = this.prepared.get(validator);
    if (!found) {
      found = prepareValidator(validator, (name) => this.parameter(name));
      this.prepared.set(validator, found);
    }
    return found;
  }
}
