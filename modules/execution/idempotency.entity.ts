import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LenderEntity } from '../lenders';

/** One accepted command with an idempotency key: what was asked (as a hash) and what was answered. */
@Entity({ schema: 'core', name: 'idempotency' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'idempotency_lender_fkey' })
export class IdempotencyEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'idempotency_pkey' })
  lenderId!: string;

  /** Kind and subject of the caller: keys of different callers do not meet. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pkey' })
  caller!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_pkey' })
  key!: string;

  @Column('text')
  command!: string;

  @Column('bytea', { name: 'input_hash' })
  inputHash!: Buffer;

  /** Ids, states and findings only; never tokens or personal data. */
  @Column('jsonb', { nullable: true })
  result!: unknown;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
