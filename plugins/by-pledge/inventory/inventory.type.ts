import { Field, Int, ObjectType } from 'type-graphql';
import { type Money, MoneyType } from '../../../modules/money';
import { DateTimeScalar, Scoped } from '../../../schema/base';
import type { PropertyType } from './inventory.entity';
import { PropertyTypeEnum } from './inventory.enums';
import type { InventoryRecord } from './inventory.record';

@Scoped('contracts:read')
@ObjectType('ByPledgeInventory', {
  description: 'A version of the inventory of the pledged item; it never changes (опись предмета залога).',
})
export class ByPledgeInventory {
  readonly record!: InventoryRecord;
  readonly ownerRowId!: string;

  @Field(() => Int, { description: 'Number of the version, from 1.' })
  version!: number;

  @Field(() => PropertyTypeEnum, { description: 'What the item is.' })
  propertyType!: PropertyType;

  @Field(() => String, { description: 'Row 1, name (наименование).' })
  propertyName!: string;

  @Field(() => String, { description: 'Row 2, VIN, in capitals.' })
  vin!: string;

  @Field(() => String, { nullable: true, description: 'Why there is no standard VIN, as an officer recorded it.' })
  vinException!: string | null;

  @Field(() => Int, { nullable: true, description: 'Row 3, year of manufacture (год выпуска).' })
  manufacturedIn!: number | null;

  @Field(() => MoneyType, { nullable: true, description: 'Row 6, agreed value (залоговая стоимость).' })
  pledgeValue!: Money | null;

  @Field(() => MoneyType, { nullable: true, description: 'Row 7, sum insured; null while no insurance is demanded (страховая сумма).' })
  sumInsured!: Money | null;

  @Field(() => String, { description: 'Why this version was made: INVENTORY, or the addendum or notice with its number.' })
  ground!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  recordedAt!: Date;
}
