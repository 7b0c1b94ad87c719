import { defineCommand } from '../../../modules/commands';
import type { DeadlineKind, DeadlineResult } from '../../../modules/deadlines';
import type { Sentence } from '../../../schema/base';
import { ACCOUNT_CREDIT, ACCOUNT_DELETION, ACCOUNT_RESTORATION, DATA_REQUEST, PLUGIN, YEARLY_CONFIRMATION } from '../ids';

/**
 * A term of an account. What was done in time has met it already, in the same transaction; what follows from a missed one, such as
 * the block of applications, is derived from its day, so nothing is left to write here.
 */
function term(kind: string, description: Sentence): DeadlineKind {
  return {
    kind,
    plugin: PLUGIN,
    description,
    // Each lender's own clause is given when the term starts.
    clause: null,
    onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
      name: `job:${kind}`,
      emits: [],
      run: async () => ({ outcome: 'MISSED' }),
    }),
  };
}

export const accountDeadlines: readonly DeadlineKind[] = [
  term(DATA_REQUEST, { en: 'Answer to a demand for data', ru: 'Ответ на требование о сведениях', be: 'Адказ на патрабаванне аб звестках' }),
  term(YEARLY_CONFIRMATION, {
    en: 'Yearly confirmation of data',
    ru: 'Ежегодное подтверждение сведений',
    be: 'Штогадовае пацвярджэнне звестак',
  }),
  term(ACCOUNT_DELETION, { en: 'Deletion of the account', ru: 'Удаление учётной записи', be: 'Выдаленне ўліковага запісу' }),
  term(ACCOUNT_CREDIT, {
    en: 'Arrival of a transfer on the account',
    ru: 'Поступление перевода на счёт',
    be: 'Паступленне пераводу на рахунак',
  }),
  term(ACCOUNT_RESTORATION, { en: 'Restoration of the account', ru: 'Восстановление учётной записи', be: 'Аднаўленне ўліковага запісу' }),
];
