import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../../modules/database';
import { PledgeEntity } from '../pledge/pledge.entity';

export const vehicleCheckKinds = ['PLEDGE_REGISTER', 'SOLD', 'WANTED', 'ARRESTED', 'BANNED'] as const;

/** What was looked for. */
export type VehicleCheckKind = (typeof vehicleCheckKinds)[number];

/** What somebody found out about an item outside of this system: a look into the register, a ban, an arrest (проверка автомобиля). */
@Entity({ schema: 'by_pledge', name: 'vehicle_check' })
@Check('by_pledge_vehicle_check_kind_check', oneOf('kind', vehicleCheckKinds))
@Index('by_pledge_vehicle_check_vin_idx', ['lenderId', 'vin', 'checkedAt'])
@ForeignKey(() => PledgeEntity, ['lenderId', 'pledgeId'], ['lenderId', 'id'], { name: 'by_pledge_vehicle_check_pledge_fkey' })
export class VehicleCheckEntity {
  @PrimaryColumn('uuid', { name: 'lender_id', primaryKeyConstraintName: 'by_pledge_vehicle_check_pkey' })
  lenderId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'by_pledge_vehicle_check_pkey' })
  id!: string;

  @Column('uuid', { name: 'pledge_id' })
  pledgeId!: string;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  vin!: string;

  @Column('text')
  kind!: VehicleCheckKind;

  /** Whether there is such an entry. */
  @Column('boolean')
  found!: boolean;

  /** Number of the extract or the decision. */
  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('text', { name: 'checked_by' })
  checkedBy!: string;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt!: Date;
}
