import { cite } from '../../cite';
import { noChanges } from '../../vocabulary/changes';
import type { Duties } from '../duties';

/** Clauses 34–40. The document excepts no prolongation from its count, however short. */
export const changes = {
  ...noChanges,
  'term.extendable': [true, cite('ru-mfo/kapital-nt/37')],
  'prolongation.channels': [['PERSONAL_ACCOUNT'], cite('ru-mfo/kapital-nt/34')],
  'prolongation.actions': [['PROLONG', 'REPAY'], cite('ru-mfo/kapital-nt/35/1')],
  'prolongation.interestPaid': [true, cite('ru-mfo/kapital-nt/38/2')],
  'prolongation.borrowers': [['NATURAL_PERSON'], cite('ru-mfo/kapital-nt/40')],
  'prolongation.uncountedDays': [0, cite('ru-mfo/kapital-nt/40')],
} as const;

export const changeDuties = {
  'request.superseded': cite('ru-mfo/kapital-nt/38/1'),
  'prolongation.told': cite('ru-mfo/kapital-nt/36'),
  'prolongation.formed': [
    cite('ru-mfo/kapital-nt/37'),
    cite('ru-mfo/kapital-nt/term/Оферта'),
    cite('ru-mfo/kapital-nt/term/Заявка_на_пролонгацию'),
  ],
  'prolongation.signed': cite('ru-mfo/kapital-nt/38/3'),
  'prolongation.published': cite('ru-mfo/kapital-nt/39'),
  'schedule.changed': cite('ru-mfo/kapital-nt/41/2'),
  'schedule.kept': cite('ru-mfo/kapital-nt/41/3'),
} as const satisfies Duties;
