import { cite } from '../cite';

/** The agreement leaves the limits of use to the lender; these are its own. */
export const serviceEntries = {
  'usage.limit': [5, cite('by-leasing/9.2.8')],
  'usage.window': [10, cite('by-leasing/9.2.8')],
} as const;
