import canonicalize from 'canonicalize';
import type { ScopedDatabase } from '../database';
import { CHAIN_START, type ChainLink, type ChainVerdict, ChainVerifier } from './chain';
import { entryOf, readSealed, type SealedEntry } from './sealed-entry';

/** Part of a lender's chain by the entries' numbers; the whole chain when nothing is given. */
export interface AuditRange {
  /** Entries after this number. */
  readonly afterNo?: number;
  /** Entries up to this number, with it. */
  readonly untilNo?: number;
}

const PAGE = 500;

/** Sealed entries of the scope's lender, read page by page. */
export async function* readChain(database: ScopedDatabase, range: AuditRange = {}): AsyncGenerator<SealedEntry> {
  let after = range.afterNo ?? 0;
  for (;;) {
    const rows = await database.query(readSealed, [database.scope.lenderId, after, range.untilNo ?? Number.MAX_SAFE_INTEGER, PAGE]);
    for (const row of rows) {
      after = Number(row.no);
      yield { ...entryOf(row), no: after, prevHash: row.prevHash, hash: row.hash };
    }
    if (rows.length < PAGE) return;
  }
}

/**
 * The sealed entries of the scope's lender as JSON Lines, one JCS document and a line feed each, in constant memory.
 * What it yields can be parsed line by line and given to `verifyChain`.
 */
export async function* exportAudit(database: ScopedDatabase, range: AuditRange = {}): AsyncGenerator<string> {
  for await (const entry of readChain(database, range)) yield `${canonicalize(entry)}\n`;
}

/** Checks the stored chain of the scope's lender, page by page. */
export async function verifyStoredChain(database: ScopedDatabase, after: ChainLink = CHAIN_START): Promise<ChainVerdict> {
  const verifier = new ChainVerifier(after);
  for await (const entry of readChain(database, { afterNo: after.no })) {
    const reason = verifier.next(entry);
    if (reason) return verifier.verdict({ entry, reason });
  }
  return verifier.verdict();
}
