import { cite } from '../../cite';
import { noChanges } from '../../vocabulary/changes';
import type { Duties } from '../duties';

/** Chapters 5 and 5.1, and what chapters 1 and 4 say of credit lines; of prolongation the document says only that its schedule is a part of it. */
export const changes = {
  ...noChanges,
  'term.extendable': [true, cite('ru-mfo/veritas/4.7/в')],
  'line.withinLimit': [true, cite('ru-mfo/veritas/1.16')],
  'line.withoutInsurance': [true, cite('ru-mfo/veritas/4.1/д')],
  'line.withoutInsuranceChanged': [true, cite('ru-mfo/veritas/4.2/д')],
  'line.schedulePlaces': [['PERSONAL_ACCOUNT'], cite('ru-mfo/veritas/4.7/б')],
  'tranche.channels': [['PERSONAL_ACCOUNT'], cite('ru-mfo/veritas/5.1.1/а')],
  'tranche.min': ['1000.00', cite('ru-mfo/veritas/5.1.1/б')],
  'tranche.max': ['30000.00', cite('ru-mfo/veritas/5.1.1/б')],
  'tranche.fields': [['AMOUNT'], cite('ru-mfo/veritas/5.1.2')],
  'tranche.payoutFields': [['PAYOUT_METHOD'], cite('ru-mfo/veritas/5.1.3/б')],
  'tranche.codeChannels': [['SMS', 'CALL'], cite('ru-mfo/veritas/5.1.4/а')],
  'tranche.documents': [['TRANCHE_APPLICATION'], cite('ru-mfo/veritas/5.1.4/б')],
  'tranche.noOverdue': [true, cite('ru-mfo/veritas/5.1.5/а')],
  'tranche.availableMin': ['1000.00', cite('ru-mfo/veritas/5.1.5/б')],
  'tranche.daysLeftMin': [14, cite('ru-mfo/veritas/5.1.5/в')],
  'topUp.channels': [['PERSONAL_ACCOUNT'], cite('ru-mfo/veritas/5.1/а')],
  'topUp.termMax': [35, cite('ru-mfo/veritas/5.1/б')],
  'topUp.fields': [['AMOUNT'], cite('ru-mfo/veritas/5.3')],
  'topUp.payoutFields': [['PAYOUT_METHOD'], cite('ru-mfo/veritas/5.4/б')],
  'topUp.codeChannels': [['SMS', 'CALL'], cite('ru-mfo/veritas/5.7')],
  'topUp.signed': [true, cite('ru-mfo/veritas/5.6')],
  'topUp.asApplied': [true, cite('ru-mfo/veritas/5.8')],
} as const;

export const changeDuties = {
  'request.superseded': cite('ru-mfo/veritas/5.5'),
  'schedule.changed': cite('ru-mfo/veritas/4.7/в'),
  'tranche.formed': cite('ru-mfo/veritas/5.1.3/а'),
  'tranche.nextUnchanged': cite('ru-mfo/veritas/5.1.6/а'),
  'tranche.nextRecalculated': cite('ru-mfo/veritas/5.1.6/б'),
  'tranche.currentPeriod': cite('ru-mfo/veritas/5.1.7/а'),
  'topUp.started': cite('ru-mfo/veritas/5.2'),
  'topUp.formed': cite('ru-mfo/veritas/5.4/а'),
} as const satisfies Duties;
