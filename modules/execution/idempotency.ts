import canonicalize from 'canonicalize';
import { type Caller } from '../access';
import { type FieldCipher, statement, type Transaction } from '../database';
import { executionErrors } from './execution.errors';

const claim = statement<{ key: string }>(
  'idempotency_claim',
  `insert into core.idempotency (lender_id, caller, key, command, input_hash, created_at)
   values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning key`,
);
const read = statement<{ command: string; inputHash: Buffer; result: unknown }>(
  'idempotency_read',
  'select command, input_hash as "inputHash", result from core.idempotency where lender_id = $1 and caller = $2 and key = $3',
);
const keep = statement<never>(
  'idempotency_keep',
  'update core.idempotency set result = $4 where lender_id = $1 and caller = $2 and key = $3',
);

const KEY = /^[\x21-\x7e]{8,128}$/;

export interface IdempotencyClaim {
  readonly lenderId: string;
  readonly caller: Caller;
  readonly key: string;
  readonly command: string;
  readonly input: unknown;
  readonly at: Date;
}

const identityOf = (caller: Caller) => `${caller.kind}:${caller.subject}`;

/**
 * Takes the key for this transaction. Answers the stored result when the same caller sent the same input before;
 * a concurrent first use makes the second wait for the first's commit.
 * @throws IDEMPOTENCY_KEY_REUSED when the key came with another command or input, IDEMPOTENCY_KEY_INVALID for its form
 */
export async function claimKey(
  transaction: Transaction,
  cipher: FieldCipher,
  request: IdempotencyClaim,
): Promise<{ stored: unknown } | null> {
  if (!KEY.test(request.key)) throw executionErrors.error('IDEMPOTENCY_KEY_INVALID');
  const caller = identityOf(request.caller);
  // Keyed: inputs hold passwords and passports, which a plain hash would let a reader of the table try out.
  const text = canonicalize(JSON.parse(JSON.stringify(request.input ?? null))) ?? 'null';
  const inputHash = cipher.digest(text, `${request.lenderId}/core.idempotency/${caller}/${request.key}`);
  const won = await transaction.query(claim, [request.lenderId, caller, request.key, request.command, inputHash, request.at]);
  if (won.length === 1) return null;
  const [row] = await transaction.query(read, [request.lenderId, caller, request.key]);
  if (!row || row.command !== request.command || !row.inputHash.equals(inputHash)) throw executionErrors.error('IDEMPOTENCY_KEY_REUSED');
  return { stored: row.result };
}

export async function keepResult(transaction: Transaction, request: IdempotencyClaim, result: unknown): Promise<void> {
  await transaction.query(keep, [request.lenderId, identityOf(request.caller), request.key, JSON.stringify(result)]);
}
