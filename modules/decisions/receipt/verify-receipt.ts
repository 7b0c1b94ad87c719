import type { FactSet } from '../../rules';
import { factDigest, type KeyedDigest, sealedDigest } from './build-receipt';
import { type Json, RECEIPT_SCHEMA, type Receipt } from './receipt';
import { hashReceipt } from './receipt-hash';

export type ReceiptCheck = { readonly valid: true } | { readonly valid: false; readonly fields: readonly string[] };

/** What the digests in a receipt can be checked against, while it is still held. */
export interface ReceiptEvidence {
  readonly digest: KeyedDigest;
  readonly facts?: FactSet;
  readonly sealed?: ReadonlyArray<{ readonly from: string; readonly answer: Json }>;
}

/** Recomputes a stored receipt. Names every field that is not what it was when the receipt was made. Never throws. */
export function verifyReceipt(receipt: Receipt, evidence?: ReceiptEvidence): ReceiptCheck {
  let fields: string[];
  try {
    fields = [...differences(receipt), ...(evidence ? unlikeEvidence(receipt, evidence) : [])];
  } catch {
    // What has lost its form cannot be taken apart any further.
    fields = ['receipt'];
  }
  return fields.length === 0 ? { valid: true } : { valid: false, fields };
}

function differences(receipt: Receipt): string[] {
  const { hash } = receipt;
  const found: string[] = receipt.schema === RECEIPT_SCHEMA ? [] : ['schema'];
  const { alg, canon, value, parts, ...unknown } = hash;
  if (alg !== 'sha256') found.push('hash.alg');
  if (canon !== 'jcs') found.push('hash.canon');
  found.push(...Object.keys(unknown).map((name) => `hash.${name}`));
  const now = hashReceipt(receipt);
  const names = [...new Set([...Object.keys(parts), ...Object.keys(now.parts)])].filter((name) => parts[name] !== now.parts[name]);
  // A content that still gives the value is untouched: then the part's own hash was changed.
  const intact = value === now.value;
  found.push(...names.filter((name) => !found.includes(name)).map((name) => (intact && !isOutside(name) ? `hash.parts.${name}` : name)));
  if (!intact && found.length === 0) found.push('hash.value');
  return found;
}

const isOutside = (part: string): boolean => part === 'decision' || part === 'decidedAt' || /^facts\..*\.at$/.test(part);

function unlikeEvidence(receipt: Receipt, { digest, facts, sealed }: ReceiptEvidence): string[] {
  const found: string[] = [];
  for (const name of new Set([...Object.keys(receipt.facts), ...Object.keys(facts?.values ?? receipt.facts)])) {
    if (!facts) break;
    const value = facts.values[name];
    if (value === undefined || receipt.facts[name]?.digest !== factDigest(name, value, digest)) found.push(`facts.${name}`);
  }
  sealed?.forEach(({ from, answer }, index) => {
    const kept = receipt.sealed[index];
    if (kept?.from !== from || kept.digest !== sealedDigest(from, answer, digest)) found.push(`sealed.${index}`);
  });
  return found;
}
