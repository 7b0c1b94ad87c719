import type { Ports } from '../../../schema/base';
import { statement, type Transaction } from '../../database';
import { sealPort } from '../seal';
import { ENTRY_COLUMNS, type EntryRow, entryOf, type SealedEntry } from '../sealed-entry';
import { AuditCheckpointEntity } from './audit-checkpoint.entity';
import { type AuditProof, type Checkpoint, checkpointBytes, checkpointOf, proveInclusion } from './checkpoint';

/** Entries under one checkpoint at most: a tree of this size is computed in some tens of milliseconds. */
const LARGEST = 16_384;

interface CheckpointRow {
  readonly no: string;
  readonly afterNo: string;
  readonly untilNo: string;
  readonly root: string;
  readonly head: string;
  readonly at: Date;
  readonly seal: string;
}

const checkpointColumns = `no, after_no as "afterNo", until_no as "untilNo", encode(root, 'hex') as root, encode(head, 'hex') as head, at, seal`;
const lockCheckpoints = statement<never>(
  'audit_checkpoint_lock',
  "select pg_advisory_xact_lock(hashtextextended('lexgraph.audit-checkpoint/' || $1, 0))",
);
const latest = statement<CheckpointRow>(
  'audit_checkpoint_latest',
  `select ${checkpointColumns} from core.audit_checkpoint where lender_id = $1 order by no desc limit 1`,
);
const covering = statement<CheckpointRow>(
  'audit_checkpoint_covering',
  `select ${checkpointColumns} from core.audit_checkpoint where lender_id = $1 and after_no < $2 and until_no >= $2`,
);
const hashesAfter = statement<{ hash: string }>(
  'audit_hashes',
  "select encode(hash, 'hex') as hash from core.audit_entry where lender_id = $1 and no > $2 and no <= $3 order by no",
);
const sealedById = statement<EntryRow & { readonly no: string | null; readonly prevHash: string; readonly hash: string }>(
  'audit_sealed_by_id',
  `select ${ENTRY_COLUMNS}, no, encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
   from core.audit_entry where lender_id = $1 and id = any($2) order by no`,
);

/** Where proofs are made: a transaction in the lender's scope and not a client's. */
export interface ProofContext {
  readonly transaction: Transaction;
  readonly lender: { readonly id: string };
  readonly ports: Ports;
  readonly now: { readonly epochMilliseconds: number };
}

/**
 * Shows entries to stand in the lender's audit log, one proof for each checkpoint that they stand under; makes checkpoints where
 * there is none yet. `null` while an entry has no place in the chain: the sealer follows every commit within a moment.
 */
export async function proveEntries(context: ProofContext, ids: readonly string[]): Promise<readonly AuditProof[] | null> {
  const { transaction, lender } = context;
  const rows = await transaction.query(sealedById, [lender.id, ids]);
  if (rows.length < ids.length || rows.some(({ no }) => no === null)) return null;
  const entries = rows.map((row): SealedEntry => ({ ...entryOf(row), no: Number(row.no), prevHash: row.prevHash, hash: row.hash }));
  const proofs: AuditProof[] = [];
  for (let rest = entries; rest.length > 0; ) {
    const { checkpoint, seal } = await checkpointFor(context, rest[0]!.no);
    const under = rest.filter(({ no }) => no <= checkpoint.untilNo);
    rest = rest.filter(({ no }) => no > checkpoint.untilNo);
    const hashes = await hashesOf(context, checkpoint.afterNo, checkpoint.untilNo);
    proofs.push({ entries: proveInclusion(under, checkpoint, hashes), checkpoint, seal });
  }
  return proofs;
}

async function hashesOf({ transaction, lender }: ProofContext, afterNo: number, untilNo: number): Promise<string[]> {
  return (await transaction.query(hashesAfter, [lender.id, afterNo, untilNo])).map(({ hash }) => hash);
}

/** The checkpoint that an entry stands under; the ones up to it are made now where they are missing. */
async function checkpointFor(context: ProofContext, no: number): Promise<{ readonly checkpoint: Checkpoint; readonly seal: string }> {
  const { transaction, lender } = context;
  const [standing] = await transaction.query(covering, [lender.id, no]);
  if (standing) return toCheckpoint(lender.id, standing);
  await transaction.query(lockCheckpoints, [lender.id]);
  for (;;) {
    const [last] = await transaction.query(latest, [lender.id]);
    if (last && Number(last.untilNo) >= no) return toCheckpoint(lender.id, last);
    await makeCheckpoint(context, Number(last?.no ?? 0) + 1, Number(last?.untilNo ?? 0));
  }
}

async function makeCheckpoint(context: ProofContext, no: number, afterNo: number): Promise<void> {
  const { transaction, lender, ports, now } = context;
  const at = new Date(now.epochMilliseconds);
  const hashes = await hashesOf(context, afterNo, afterNo + LARGEST);
  const checkpoint = checkpointOf(hashes, { lenderId: lender.id, no, afterNo, at: at.toISOString() });
  await transaction.insert(AuditCheckpointEntity, {
    lenderId: lender.id,
    no: String(no),
    afterNo: String(afterNo),
    untilNo: String(checkpoint.untilNo),
    root: Buffer.from(checkpoint.root, 'hex'),
    head: Buffer.from(checkpoint.head, 'hex'),
    at,
    seal: await ports.get(sealPort).seal(lender.id, checkpointBytes(checkpoint)),
  });
}

function toCheckpoint(lenderId: string, { seal, ...row }: CheckpointRow): { readonly checkpoint: Checkpoint; readonly seal: string } {
  const { no, afterNo, untilNo, root, head, at } = row;
  return {
    checkpoint: { lenderId, no: Number(no), afterNo: Number(afterNo), untilNo: Number(untilNo), root, head, at: at.toISOString() },
    seal,
  };
}
