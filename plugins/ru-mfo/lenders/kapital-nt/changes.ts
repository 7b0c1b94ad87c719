import { cite } from '../../cite';
import { noChanges } from '../../vocabulary/changes';

/** Clauses 34–40, but for the limit of prolongations, which is laid over the law's. */
export const changes = {
  ...noChanges,
  'term.extendable': [true, cite('ru-mfo/kapital-nt/37')],
  'prolongation.channels': [['PERSONAL_ACCOUNT'], cite('ru-mfo/kapital-nt/34')],
  'prolongation.actions': [['PROLONG', 'REPAY'], cite('ru-mfo/kapital-nt/35/1')],
  'prolongation.interestPaid': [true, cite('ru-mfo/kapital-nt/38/2')],
  'prolongation.borrowers': [['NATURAL_PERSON'], cite('ru-mfo/kapital-nt/40')],
} as const;
