import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DocumentEntity } from '../../../modules/documents';
import { PacketEntity } from './packet.entity';

/** One document of a packet, and the tick in its box. */
@Entity({ schema: 'ru_mfo', name: 'packet_document' })
@Unique('ru_mfo_packet_document_place_key', ['lenderId', 'packetId', 'place'])
@Check('ru_mfo_packet_document_place_check', 'place > 0')
@ForeignKey(() => PacketEntity, ['lenderId', 'packetId'], ['lenderId', 'id'], { name: 'ru_mfo_packet_document_packet_fkey' })
@ForeignKey(() => DocumentEntity, ['lenderId', 'documentId'], ['lenderId', 'id'], { name: 'ru_mfo_packet_document_document_fkey' })
export class PacketDocumentEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'ru_mfo_packet_document_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'packet_id', primaryKeyConstraintName: 'ru_mfo_packet_document_pkey' })
  packetId!: string;

  @PrimaryColumn('uuid', { name: 'document_id', primaryKeyConstraintName: 'ru_mfo_packet_document_pkey' })
  documentId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Order in which it is read and signed, from 1. */
  @Column('integer')
  place!: number;

  /** Whether the packet cannot be signed without it. */
  @Column('boolean')
  required!: boolean;

  /** When the client ticked its box (чек-бокс); null: not ticked. Never set beforehand. */
  @Column('timestamptz', { name: 'ticked_at', nullable: true })
  tickedAt!: Date | null;
}
