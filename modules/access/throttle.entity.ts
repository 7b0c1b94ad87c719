import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { LenderEntity } from '../lenders';

/**
 * Counts what one target, client or login did lately. No row of a client: a borrower's session must meet the counts
 * of others too, and an unknown login is counted as a known one.
 */
@Entity({ schema: 'core', name: 'throttle' })
@ForeignKey(() => LenderEntity, ['lenderId'], ['lenderId'], { name: 'throttle_lender_fkey' })
export class ThrottleEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'throttle_pkey' })
  lenderId!: string;

  /** Blind index of what is counted. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'throttle_pkey' })
  key!: Buffer;

  @Column('integer')
  count!: number;

  /** Begin of the counted hour. */
  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz', { name: 'last_at' })
  lastAt!: Date;
}
