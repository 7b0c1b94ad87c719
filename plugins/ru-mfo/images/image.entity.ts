import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClientEntity } from '../../../modules/clients';
import { oneOf } from '../../../modules/database';
import { DataRequestEntity } from '../data-requests/data-request.entity';
import { type ImageChannel, type ImageKind, imageChannels, imageKinds } from './image-kind';

/** An image of a document or of the client with it (электронный образ документа), and how it came. */
@Entity({ schema: 'ru_mfo', name: 'image' })
@Check('ru_mfo_image_kind_check', oneOf('kind', imageKinds))
@Check('ru_mfo_image_channel_check', oneOf('channel', imageChannels))
@Check('ru_mfo_image_from_check', "(channel = 'EMAIL') = (from_enc is not null)")
@Index('ru_mfo_image_client_idx', ['lenderId', 'clientId', 'receivedAt'])
@ForeignKey(() => ClientEntity, ['lenderId', 'clientId'], ['lenderId', 'id'], { name: 'ru_mfo_image_client_fkey' })
@ForeignKey(() => DataRequestEntity, ['lenderId', 'requestId'], ['lenderId', 'id'], { name: 'ru_mfo_image_request_fkey' })
export class ImageEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_image_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ru_mfo_image_pkey' })
  id!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** The demand for data that it answers. */
  @Column('uuid', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text')
  kind!: ImageKind;

  @Column('text')
  channel!: ImageChannel;

  /** The uploaded file; null where only the fact is kept, as of a card’s face. */
  @Column('uuid', { name: 'file_id', nullable: true })
  fileId!: string | null;

  /** The address that it was sent from; encrypted. */
  @Column('bytea', { name: 'from_enc', nullable: true })
  fromEnc!: Buffer | null;

  /** Whether it counts as a copy certified by the client. */
  @Column('boolean')
  certified!: boolean;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Date;
}
