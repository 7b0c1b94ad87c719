import type { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../commands';
import { type FieldCipher, fieldAad, fieldCipherPort, type Queryable, statement, uuidv7 } from '../database';
import { newKeys, openKey, type SigningKey } from './signature';
import { WebhookKeyEntity } from './webhook-key.entity';

interface StoredKey {
  readonly lenderId: string;
  readonly id: string;
  readonly secretEnc: Buffer;
  readonly privateEnc: Buffer;
}

const liveKeys = statement<StoredKey>(
  'webhook_live_keys',
  `select lender_id as "lenderId", id, secret_enc as "secretEnc", private_enc as "privateEnc" from core.webhook_key
   where lender_id = $1 and webhook_id = $2 and (expires_at is null or expires_at > $3) order by created_at desc, id desc`,
);
const keyById = statement<StoredKey>(
  'webhook_key_by_id',
  `select lender_id as "lenderId", id, secret_enc as "secretEnc", private_enc as "privateEnc" from core.webhook_key where lender_id = $1 and id = $2`,
);

const aad = (lenderId: string, id: string, column: 'secret_enc' | 'private_enc') =>
  fieldAad({ lenderId, table: 'core.webhook_key', id, column });

/** Makes the keys of an endpoint; answers their row id. The secret is read once, by `revealSecret`, for the answer of the request. */
export async function addKeys({ transaction, lender, now, ports }: CommandContext, webhookId: string): Promise<string> {
  const id = uuidv7(now.epochMilliseconds);
  const { secret, privateDer, publicKey } = newKeys();
  const cipher = ports.get(fieldCipherPort);
  await transaction.insert(WebhookKeyEntity, {
    lenderId: lender.id,
    id,
    webhookId,
    secretEnc: cipher.encrypt(secret, aad(lender.id, id, 'secret_enc')),
    privateEnc: cipher.encrypt(privateDer, aad(lender.id, id, 'private_enc')),
    publicKey,
    createdAt: new Date(now.epochMilliseconds),
    expiresAt: null,
  });
  return id;
}

/** The keys that sign at a moment, the newest first. */
export async function openLiveKeys(
  database: Queryable,
  cipher: FieldCipher,
  webhook: { readonly lenderId: string; readonly id: string },
  now: Temporal.Instant,
): Promise<SigningKey[]> {
  const rows = await database.query(liveKeys, [webhook.lenderId, webhook.id, new Date(now.epochMilliseconds)]);
  return rows.map(({ lenderId, id, secretEnc, privateEnc }) =>
    openKey(cipher.decrypt(secretEnc, aad(lenderId, id, 'secret_enc')), cipher.decrypt(privateEnc, aad(lenderId, id, 'private_enc'))),
  );
}

/** The shared secret of a key; null when the key is gone. */
export async function revealSecret(database: Queryable, cipher: FieldCipher, lenderId: string, keyId: string): Promise<Buffer | null> {
  const [row] = await database.query(keyById, [lenderId, keyId]);
  return row ? cipher.decrypt(row.secretEnc, aad(row.lenderId, row.id, 'secret_enc')) : null;
}
