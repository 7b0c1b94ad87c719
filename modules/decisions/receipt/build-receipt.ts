import type { Temporal } from 'temporal-polyfill';
import { encodeFact, type FactSet, type FactValue, type ResolvedRules, type Verdict } from '../../rules';
import { canonicalText } from './canonical-text';
import { type EngineVersions, type Json, RECEIPT_SCHEMA, type Receipt, type ReceiptFact, type SealedAnswer } from './receipt';
import { hashReceipt } from './receipt-hash';

/** Keyed digest of a text for a purpose (the field cipher's `digest`): without the key, values cannot be tried out. */
export type KeyedDigest = (value: string, purpose: string) => Buffer;

export interface ReceiptInput {
  readonly decision: string;
  readonly decidedAt: Temporal.Instant;
  readonly lender: string;
  /** E.g. APPROVED, REFUSED. */
  readonly outcome: string;
  readonly stage: string;
  /** Legal days by name. */
  readonly dates: Readonly<Record<string, Temporal.PlainDate | string>>;
  /** IANA zone of those days. */
  readonly zone: string;
  readonly rules: ResolvedRules;
  readonly facts: FactSet;
  readonly verdicts: readonly Verdict[];
  /** Answers of other parties as they came. */
  readonly sealed?: ReadonlyArray<{ readonly from: string; readonly answer: Json }>;
  readonly grounds?: readonly Json[];
  readonly terms?: Json;
  readonly engine: EngineVersions;
}

/** Builds the receipt of one decision. Pure: equal input gives an equal hash, whatever the machine's zone, locale or key order. */
export function buildReceipt(input: ReceiptInput, digest: KeyedDigest): Receipt {
  const { rules } = input;
  const unhashed: Omit<Receipt, 'hash'> = {
    schema: RECEIPT_SCHEMA,
    decision: input.decision,
    decidedAt: input.decidedAt.toString(),
    lender: input.lender,
    outcome: input.outcome,
    stage: input.stage,
    dates: { ...textDates(input.dates), zone: input.zone },
    rules: rules.reference,
    facts: receiptFacts(input.facts, digest),
    sealed: (input.sealed ?? []).map(({ from, answer }): SealedAnswer => ({ from, digest: sealedDigest(from, answer, digest) })),
    params: rules.trace,
    verdicts: input.verdicts,
    grounds: input.grounds ?? [],
    terms: input.terms ?? null,
    engine: input.engine,
  };
  return { ...unhashed, hash: hashReceipt(unhashed) };
}

/** Digest of a fact's value; the name is part of it, so that equal values of two facts do not show as equal. */
export function factDigest(name: string, value: FactValue, digest: KeyedDigest): string {
  return digest(canonicalText(encodeFact(value)), `receipt/fact/${name}`).toString('base64url');
}

export function sealedDigest(from: string, answer: Json, digest: KeyedDigest): string {
  return digest(canonicalText(answer), `receipt/sealed/${from}`).toString('base64url');
}

function receiptFacts(facts: FactSet, digest: KeyedDigest): Record<string, ReceiptFact> {
  const found: Record<string, ReceiptFact> = {};
  for (const name of Object.keys(facts.values)) {
    const { source, at } = facts.origins[name]!;
    const fact = { digest: factDigest(name, facts.values[name]!, digest), source };
    found[name] = at ? { ...fact, at: at.toString() } : fact;
  }
  return found;
}

function textDates(dates: ReceiptInput['dates']): Record<string, string> {
  return Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, String(day)]));
}
