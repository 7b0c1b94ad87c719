import type { Temporal } from 'temporal-polyfill';
import { fromGlobalId } from '../../schema/base';
import { type Database, NO_ROWS, statement } from '../database';

/** A public key as a member of a JWK set (RFC 8037). */
export interface PublishedKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'EdDSA';
}

const published = statement<{ id: string; publicKey: Buffer }>(
  'webhook_published_keys',
  `select id, public_key as "publicKey" from core.webhook_key
   where webhook_id = $1 and (expires_at is null or expires_at > $2) order by created_at desc, id desc`,
);

/** The keys that an endpoint's `v1a` signatures are checked with at a moment, the newest first. @param webhookId global id */
export async function readPublicKeys(worker: Database, webhookId: string, now: Temporal.Instant): Promise<readonly PublishedKey[]> {
  const key = fromGlobalId(webhookId);
  if (key?.type !== 'Webhook') return [];
  const rows = await worker.scoped(NO_ROWS).query(published, [key.id, new Date(now.epochMilliseconds)]);
  return rows.map(({ id, publicKey }) => ({
    kty: 'OKP',
    crv: 'Ed25519',
    x: publicKey.toString('base64url'),
    kid: id,
    use: 'sig',
    alg: 'EdDSA',
  }));
}
