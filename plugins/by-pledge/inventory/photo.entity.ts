import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PledgeEntity } from '../pledge/pledge.entity';

/** A photograph of the item that the pledgor uploaded for the valuation (фотография). */
@Entity({ schema: 'by_pledge', name: 'photo' })
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_photo_pledge_fkey' })
export class PhotoEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_photo_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'pledge_id', primaryKeyConstraintName: 'by_pledge_photo_pkey' })
  pledgeId!: string;

  /** The uploaded file. */
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'by_pledge_photo_pkey' })
  fileId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('timestamptz', { name: 'added_at' })
  addedAt!: Date;
}
