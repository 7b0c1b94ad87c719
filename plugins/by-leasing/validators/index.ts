import { identificationWindow } from './identification-window';
import { operatorPrefix, personalNumber, phone, registrationFields, unp } from './registration';

export const validators = [registrationFields, phone, operatorPrefix, unp, personalNumber, identificationWindow];
