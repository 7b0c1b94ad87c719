import { createHash } from 'node:crypto';
import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
import { momentOf } from '../judge';
import type { TrustFiles } from './port';

const keep = statement<never>(
  'by_leasing_trust_keep',
  `insert into by_leasing.trust_file (lender_id, sha256, kind, der, first_used_at) values ($1, $2, $3, $4, $5)
   on conflict (lender_id, sha256) do nothing`,
);
const readFiles = statement<{ sha256: string; kind: 'AUTHORITY' | 'REVOCATION_LIST'; der: Buffer }>(
  'by_leasing_trust_read',
  `select encode(sha256, 'hex') as sha256, kind, der from by_leasing.trust_file
   where encode(sha256, 'hex') = any($1::text[]) order by sha256`,
);

const digest = (der: Uint8Array) => createHash('sha256').update(der).digest();

/** Keeps what a signature was judged by, each file once; answers the hexadecimal SHA-256 of all of it. */
export async function keepTrust(
  context: CommandContext,
  { anchors, intermediates, revocationLists }: TrustFiles,
): Promise<readonly string[]> {
  const kinds = [
    ...[...anchors, ...intermediates].map((der) => ({ kind: 'AUTHORITY', der })),
    ...revocationLists.map((der) => ({ kind: 'REVOCATION_LIST', der })),
  ];
  const names: string[] = [];
  for (const { kind, der } of kinds) {
    const sha256 = digest(der);
    await context.transaction.query(keep, [context.lender.id, sha256, kind, Buffer.from(der), momentOf(context)]);
    names.push(sha256.toString('hex'));
  }
  return names;
}

/** The files that were kept under these names. */
export const keptTrust = (context: CommandContext, names: readonly string[]) => context.transaction.query(readFiles, [names]);
