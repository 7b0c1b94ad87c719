import { hashPassword, matchesPassword, type PasswordHash } from '../../../modules/access';
import type { CommandContext } from '../../../modules/commands';
import { loader, statement } from '../../../modules/database';
import { momentOf } from '../judge';

const readOne = statement<PasswordHash & { readonly clientId: string; readonly setAt: Date }>(
  'by_leasing_code_word',
  'select client_id as "clientId", scheme, salt, hash, set_at as "setAt" from by_leasing.code_word where client_id = any($1)',
);
const write = statement<never>(
  'by_leasing_code_word_write',
  `insert into by_leasing.code_word (lender_id, client_id, scheme, salt, hash, set_at) values ($1, $2, $3, $4, $5, $6)
   on conflict on constraint by_leasing_code_word_pkey do update set scheme = excluded.scheme, salt = excluded.salt, hash = excluded.hash, set_at = excluded.set_at`,
);
const remove = statement<never>('by_leasing_code_word_remove', 'delete from by_leasing.code_word where client_id = $1');

/** When clients set their code words; a client without one is absent. */
export const codeWordByClient = loader(
  statement<{ clientId: string; setAt: Date }>(
    'by_leasing_code_word_set',
    'select client_id as "clientId", set_at as "setAt" from by_leasing.code_word where client_id = any($1)',
  ),
  (row) => row.clientId,
);

const LETTERS = /^(?:(?=\p{Script=Cyrillic})\p{L}){4,50}$/u;

/** Cyrillic letters and nothing else, ё, і and ў among them. */
export const isCodeWord = (text: string): boolean => LETTERS.test(spelt(text));

// One word, one spelling: keyboards begin it with a capital as they please.
const spelt = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** Keeps a client's code word as a memory-hard hash. */
export async function setCodeWord(context: CommandContext, clientId: string, word: string): Promise<void> {
  const { scheme, salt, hash } = await hashPassword(spelt(word));
  await context.transaction.query(write, [context.lender.id, clientId, scheme, salt, hash, momentOf(context)]);
}

export async function hasCodeWord(context: CommandContext, clientId: string): Promise<boolean> {
  return (await context.transaction.query(readOne, [[clientId]])).length > 0;
}

/** Compares a word with the one on file; a client without one takes as long. */
export async function matchesCodeWord(context: CommandContext, clientId: string, word: string): Promise<boolean> {
  const [stored] = await context.transaction.query(readOne, [[clientId]]);
  return matchesPassword(spelt(word), stored ?? null);
}

export const dropCodeWord = (context: CommandContext, clientId: string) => context.transaction.query(remove, [clientId]);
