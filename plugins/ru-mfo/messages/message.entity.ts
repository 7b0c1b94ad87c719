import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';

export const messageAuthors = ['CLIENT', 'LENDER'] as const;
export type MessageAuthor = (typeof messageAuthors)[number];

/** A message between client and lender in the personal account; never changed. */
@Entity({ schema: 'ru_mfo', name: 'message' })
@Index('ru_mfo_message_client_idx', ['lenderId', 'clientId', 'sentAt', 'id'])
@Check('ru_mfo_message_author_check', oneOf('author', messageAuthors))
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_message_client_fkey' })
export class MessageEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_message_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_message_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  author!: MessageAuthor;

  /** Encrypted. */
  @Column('bytea', { name: 'text_enc' })
  textEnc!: Buffer;

  @Column('text', { name: 'sent_by' })
  sentBy!: string;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;
}
