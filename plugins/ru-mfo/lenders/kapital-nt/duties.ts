import type { Duties } from '../duties';
import { applicationDuties } from './application';
import { changeDuties } from './changes';
import { registrationDuties } from './registration';

export const duties: Duties = { ...applicationDuties, ...changeDuties, ...registrationDuties };
