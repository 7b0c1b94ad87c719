import { BackgroundLoop, type Database, NO_ROWS, type ScopedDatabase, statement, type Transaction } from '../database';
import { CHAIN_START, type ChainLink, seal } from './chain';
import { ENTRY_COLUMNS, type EntryRow, entryOf, type SealedEntry } from './sealed-entry';

export interface AuditSealerOptions {
  /** Connected as the worker role. */
  readonly database: Database;
  /** Told of failures; nothing is lost by them, the next round tries again. */
  onFailure(error: unknown): void;
  /** Entries sealed in one transaction. */
  readonly batch?: number;
  /** Covers commits of processes that died before they nudged. */
  readonly pollMilliseconds?: number;
}

// A statement of its own, so that the next one's snapshot has all that the previous holder committed.
const lead = statement<{ leads: boolean }>(
  'audit_lead',
  "select pg_try_advisory_xact_lock(hashtextextended('lexgraph.audit-sealer', 0)) as leads",
);
const readUnsealed = statement<EntryRow>(
  'audit_read_unsealed',
  `select ${ENTRY_COLUMNS} from core.audit_entry where no is null order by seq limit $1`,
);
const readHeads = statement<{ lenderId: string; no: string; hash: string }>(
  'audit_read_heads',
  `select lender.id as "lenderId", head.no, encode(head.hash, 'hex') as hash
   from unnest($1::uuid[]) as lender (id),
     lateral (select no, hash from core.audit_entry where lender_id = lender.id and no is not null order by no desc limit 1) as head`,
);
const writeSeals = statement<never>(
  'audit_write_seals',
  `update core.audit_entry e set no = s.no, prev_hash = decode(s.prev_hash, 'hex'), hash = decode(s.hash, 'hex')
   from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::text[]) as s (lender_id, id, no, prev_hash, hash)
   where e.lender_id = s.lender_id and e.id = s.id`,
);

/**
 * Chains committed entries per lender, in the order in which they were inserted. Any number of processes may run one:
 * an advisory lock lets one work at a time, and a killed one leaves nothing half done.
 */
export class AuditSealer extends BackgroundLoop {
  private readonly database: ScopedDatabase;
  private readonly batch: number;

  constructor(options: AuditSealerOptions) {
    super({
      work: async () => void (await this.sealAll()),
      pollMilliseconds: options.pollMilliseconds ?? 250,
      onFailure: options.onFailure,
    });
    this.database = options.database.scoped(NO_ROWS);
    this.batch = options.batch ?? 500;
  }

  /** Seals until nothing is left that this process may seal; answers the number of entries sealed. */
  async sealAll(): Promise<number> {
    let total = 0;
    for (;;) {
      const sealed = await this.database.transaction((transaction) => this.sealBatch(transaction));
      total += sealed;
      if (sealed < this.batch) return total;
    }
  }

  /** Seals one batch in a transaction of the worker role; answers the number of entries, none while another sealer works. */
  async sealBatch(transaction: Transaction): Promise<number> {
    const [turn] = await transaction.query(lead);
    if (!turn?.leads) return 0;
    const rows = await transaction.query(readUnsealed, [this.batch]);
    if (rows.length === 0) return 0;
    const heads = new Map<string, ChainLink>();
    for (const head of await transaction.query(readHeads, [[...new Set(rows.map((row) => row.lenderId))]])) {
      heads.set(head.lenderId, { no: Number(head.no), hash: head.hash });
    }
    const sealed: SealedEntry[] = [];
    for (const row of rows) {
      const entry = seal(entryOf(row), heads.get(row.lenderId) ?? CHAIN_START);
      heads.set(row.lenderId, entry);
      sealed.push(entry);
    }
    await transaction.query(writeSeals, [
      sealed.map((entry) => entry.lenderId),
      sealed.map((entry) => entry.id),
      sealed.map((entry) => entry.no),
      sealed.map((entry) => entry.prevHash),
      sealed.map((entry) => entry.hash),
    ]);
    return sealed.length;
  }
}
