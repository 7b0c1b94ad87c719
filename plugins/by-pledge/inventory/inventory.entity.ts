import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge/pledge.entity';

export const propertyTypes = ['VEHICLE', 'OTHER_MOVABLE', 'IMMOVABLE'] as const;

/** What the item is; only movable things can be pledged by this agreement. */
export type PropertyType = (typeof propertyTypes)[number];

/** One version of the inventory of the pledged item (опись предмета залога, приложение 1); never changed. */
@Entity({ schema: 'by_pledge', name: 'inventory' })
@Check('by_pledge_inventory_type_check', oneOf('property_type', propertyTypes))
@Check('by_pledge_inventory_version_check', 'version > 0')
@Index('by_pledge_inventory_vin_idx', ['lenderId', 'vin'])
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_inventory_pledge_fkey' })
export class InventoryEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_inventory_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { name: 'pledge_id', primaryKeyConstraintName: 'by_pledge_inventory_pkey' })
  pledgeId!: string;

  /** From 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'by_pledge_inventory_pkey' })
  version!: number;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'property_type' })
  propertyType!: PropertyType;

  /** Row 1. */
  @Column('text', { name: 'property_name' })
  propertyName!: string;

  /** Row 2, in capitals: the key under which other pledges of the same item are looked for. */
  @Column('text')
  vin!: string;

  /** Why there is no standard number, as an officer recorded it. */
  @Column('text', { name: 'vin_exception', nullable: true })
  vinException!: string | null;

  /** Row 3, a year. */
  @Column('integer', { name: 'manufactured_in', nullable: true })
  manufacturedIn!: number | null;

  /** Row 4, encrypted. */
  @Column('bytea', { name: 'plate_enc', nullable: true })
  plateEnc!: Buffer | null;

  /** Row 5, encrypted: where the item is kept while it is not driven. */
  @Column('bytea', { name: 'storage_address_enc', nullable: true })
  storageAddressEnc!: Buffer | null;

  /** Row 6, BYN. */
  @Column('numeric', { name: 'pledge_value', precision: 18, scale: 2, nullable: true })
  pledgeValue!: string | null;

  /** Row 7, BYN; with a demand for insurance only. */
  @Column('numeric', { name: 'sum_insured', precision: 18, scale: 2, nullable: true })
  sumInsured!: string | null;

  /** Why this version was made: INVENTORY, an addendum, a notice. */
  @Column('text')
  ground!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
