import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { propertyTypes } from './inventory.entity';
import { vehicleCheckKinds } from './vehicle-check.entity';

export const PropertyTypeEnum = enumOf(propertyTypes);
registerEnumType(PropertyTypeEnum, {
  name: 'ByPledgePropertyType',
  description: 'What a pledged item is.',
  valuesConfig: {
    VEHICLE: { description: 'A car.' },
    OTHER_MOVABLE: { description: 'Another movable thing.' },
    IMMOVABLE: { description: 'Land or a building; it cannot be pledged by this agreement.' },
  },
});

export const VehicleCheckKindEnum = enumOf(vehicleCheckKinds);
registerEnumType(VehicleCheckKindEnum, {
  name: 'ByPledgeVehicleCheckKind',
  description: 'What is looked for about an item.',
  valuesConfig: {
    PLEDGE_REGISTER: { description: 'An entry in the register of encumbered movable property.' },
    SOLD: { description: 'A sale.' },
    WANTED: { description: 'A search.' },
    ARRESTED: { description: 'An arrest.' },
    BANNED: { description: 'A ban.' },
  },
});
