import type { Duties } from '../duties';
import { changeDuties } from './changes';
import { registrationDuties } from './registration';

export const duties: Duties = { ...changeDuties, ...registrationDuties };
