import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WebhookEntity } from './webhook.entity';

/** What an endpoint's deliveries are signed by: a shared secret and a key pair, replaced together. */
@Entity({ schema: 'core', name: 'webhook_key' })
@ForeignKey(() => WebhookEntity, ['lenderId', 'webhookId'], ['lenderId', 'id'], { name: 'webhook_key_webhook_fkey' })
@Index('webhook_key_webhook_idx', ['lenderId', 'webhookId'])
export class WebhookKeyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'webhook_key_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_key_pkey' })
  id!: string;

  @Column('uuid', { name: 'webhook_id' })
  webhookId!: string;

  /** Encrypted: 32 bytes for HMAC-SHA256. */
  @Column('bytea', { name: 'secret_enc' })
  secretEnc!: Buffer;

  /** Encrypted: Ed25519, PKCS #8 in DER. */
  @Column('bytea', { name: 'private_enc' })
  privateEnc!: Buffer;

  /** Ed25519, 32 bytes. */
  @Column('bytea', { name: 'public_key' })
  publicKey!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Until then the replaced key signs beside the new one; null: the present key. */
  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}
