import { Field, ID, InputType, Int } from 'type-graphql';
import { MoneyInput } from '../../../modules/money';
import { PledgeStepInput } from '../pledge/step.input';
import type { PropertyType } from './inventory.entity';
import { PropertyTypeEnum, VehicleCheckKindEnum } from './inventory.enums';
import type { VehicleCheckKind } from './vehicle-check.entity';

@InputType('ByPledgeSaveInventoryInput', { description: 'Saves a version of the inventory of the item (опись предмета залога).' })
export class ByPledgeSaveInventoryInput extends PledgeStepInput {
  @Field(() => PropertyTypeEnum, { description: 'What the item is.' })
  propertyType!: PropertyType;

  @Field(() => String, { description: 'Row 1, name (наименование).' })
  propertyName!: string;

  @Field(() => String, { description: 'Row 2, VIN.' })
  vin!: string;

  @Field(() => String, { nullable: true, description: 'Why there is no standard VIN; an officer’s only.' })
  vinException?: string | null;

  @Field(() => Int, { nullable: true, description: 'Row 3, year of manufacture (год выпуска).' })
  manufacturedIn?: number | null;

  @Field(() => String, { nullable: true, description: 'Row 4, plate (регистрационный знак).' })
  plate?: string | null;

  @Field(() => String, { nullable: true, description: 'Row 5, where it is kept while it is not driven.' })
  storageAddress?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Row 6, agreed value, in BYN (залоговая стоимость).' })
  pledgeValue?: MoneyInput | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Row 7, sum insured, in BYN (страховая сумма).' })
  sumInsured?: MoneyInput | null;
}

@InputType('ByPledgeAddPhotosInput', { description: 'Adds uploaded photographs of the item (фотографии).' })
export class ByPledgeAddPhotosInput extends PledgeStepInput {
  @Field(() => [ID], { description: 'Uploaded files.' })
  fileIds!: readonly string[];
}

@InputType('ByPledgeRecordVehicleCheckInput', {
  description: 'Records what was found out about the item: in the register, or at the authorities.',
})
export class ByPledgeRecordVehicleCheckInput extends PledgeStepInput {
  @Field(() => VehicleCheckKindEnum, { description: 'What was looked for.' })
  kind!: VehicleCheckKind;

  @Field(() => Boolean, { description: 'Whether there is such an entry.' })
  found!: boolean;

  @Field(() => String, { nullable: true, description: 'Number of the extract or decision.' })
  reference?: string | null;
}
