import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LeasingDocumentEntity } from './document.entity';

export const exchangeDirections = ['CLIENT_TO_LENDER', 'LENDER_TO_CLIENT'] as const;
export type ExchangeDirection = (typeof exchangeDirections)[number];

/** One document handed over through the remote-service system (СДО). Written once. */
@Entity({ schema: 'by_leasing', name: 'exchange' })
@Check('by_leasing_exchange_direction_check', "direction in ('CLIENT_TO_LENDER', 'LENDER_TO_CLIENT')")
@Index('by_leasing_exchange_document_idx', ['lenderId', 'documentId', 'at'])
@ForeignKey(() => LeasingDocumentEntity, ['lenderId', 'documentId'], ['lenderId', 'id'], { name: 'by_leasing_exchange_document_fkey' })
export class ExchangeEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_leasing_exchange_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_leasing_exchange_pkey' })
  id!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  direction!: ExchangeDirection;

  /** UTC. */
  @Column('timestamptz')
  at!: Date;
}
