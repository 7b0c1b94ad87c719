import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge/pledge.entity';

/** An item that is pledged now: no two pledges in force of one item. */
@Entity({ schema: 'by_pledge', name: 'pledged_item' })
@Index('by_pledge_pledged_item_vin_key', ['lenderId', 'vin'], { unique: true, where: 'released_at is null' })
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_pledged_item_pledge_fkey' })
export class PledgedItemEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_pledged_item_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'pledge_id', primaryKeyConstraintName: 'by_pledge_pledged_item_pkey' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  vin!: string;

  @Column('timestamptz', { name: 'pledged_at' })
  pledgedAt!: Date;

  /** Empty while the pledge is in force. */
  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;
}
