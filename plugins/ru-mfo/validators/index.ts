import { packetValidators } from '../packet/validators';
import { approval } from './approval';
import { decision } from './decision';
import { loan } from './loan';
import { requirements } from './requirements';
import { submission } from './submission';
import { terms } from './terms';

export { ceilings } from './loan';
export { APPROVAL } from './approval';
export { AS_APPLIED, grounds, OTHER_TERMS, REFUSAL } from './decision';
export { requirements } from './requirements';

/** Every rule of this plugin that judges facts. */
export const validators = [...requirements, ...submission, ...approval, ...decision, ...loan, ...terms, ...packetValidators];
