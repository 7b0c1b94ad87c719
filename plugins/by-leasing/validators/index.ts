import { identificationWindow } from './identification-window';
import { personalNumber, phone, registrationFields, unp } from './registration';

export const validators = [registrationFields, phone, unp, personalNumber, identificationWindow];
