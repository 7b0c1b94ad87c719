import { defineErrors } from '../../schema/base';

export const contractErrors = defineErrors('contracts', {
  CONTRACT_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such contract, or it is not yours. Check the id.',
    ru: 'Такого договора нет или он не ваш. Проверьте идентификатор.',
    be: 'Такога дагавора няма або ён не ваш. Праверце ідэнтыфікатар.',
  },
  CONTRACT_NOT_CONCLUDED: {
    kind: 'FINDING',
    en: 'The contract is {status}: no money was provided under it, so nothing can be booked. Wait until it is concluded.',
    ru: 'Договор в состоянии {status}: деньги по нему не выданы, проводить нечего. Дождитесь его заключения.',
    be: 'Дагавор у стане {status}: грошы па ім не выдадзены, праводзіць няма чаго. Дачакайцеся яго заключэння.',
  },
  DEBT_DAY_TOO_FAR: {
    kind: 'ERROR',
    en: 'The debt on {on} is too far ahead to be told. Ask for a day until {last}.',
    ru: 'Долг на {on} — слишком далеко, чтобы его рассчитать. Укажите день не позже {last}.',
    be: 'Доўг на {on} — занадта далёка, каб яго разлічыць. Укажыце дзень не пазней за {last}.',
  },
  LEDGER_DAY_OUTSIDE: {
    kind: 'FINDING',
    en: 'Nothing can be booked on {on}: give a day from {first} to {last}.',
    ru: 'Провести {on} нельзя: укажите день с {first} по {last}.',
    be: 'Правесці {on} нельга: укажыце дзень з {first} па {last}.',
  },
  LEDGER_BALANCE_EXCEEDED: {
    kind: 'FINDING',
    en: '{amount} of {component} is more than is owed on {on}. Book no more than that.',
    ru: 'Сумма {amount} ({component}) больше задолженности на {on}. Проведите не больше неё.',
    be: 'Сума {amount} ({component}) большая за запазычанасць на {on}. Правядзіце не больш за яе.',
  },
  LEDGER_ALREADY_REFUNDED: {
    kind: 'FINDING',
    en: 'This would take back money that was refunded on {on}. Book what the client owes as a new charge instead.',
    ru: 'Это отменило бы возврат от {on}. Проведите долг клиента новым начислением.',
    be: 'Гэта адмяніла б вяртанне ад {on}. Правядзіце доўг кліента новым налічэннем.',
  },
});
