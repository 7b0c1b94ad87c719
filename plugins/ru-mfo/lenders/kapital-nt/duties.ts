import type { Duties } from '../duties';
import { changeDuties } from './changes';

export const duties: Duties = { ...changeDuties };
