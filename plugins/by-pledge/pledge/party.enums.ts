import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../../schema/base';
import { partyRoles } from './pledge-status';

export const PartyRoleEnum = enumOf(partyRoles);
registerEnumType(PartyRoleEnum, {
  name: 'ByPledgePartyRole',
  description: 'Part of a person on the pledgor’s side.',
  valuesConfig: {
    PLEDGOR: { description: 'Whose the item is (залогодатель).' },
    CO_PLEDGOR: { description: 'An heir, jointly liable with the others (созалогодатель).' },
  },
});
