import type { Duties } from '../duties';

export const duties: Duties = {};
