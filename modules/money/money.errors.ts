import { defineErrors } from '../../schema/base';

export const moneyErrors = defineErrors('money', {
  MONEY_TOO_PRECISE: {
    kind: 'FINDING',
    en: 'A sum in {currency} has at most {places} decimal places. Round it to the smallest unit of the currency.',
    ru: 'Сумма в {currency} имеет не больше {places} знаков после запятой. Округлите её до наименьшей единицы валюты.',
    be: 'Сума ў {currency} мае не больш за {places} знакаў пасля коскі. Акругліце яе да найменшай адзінкі валюты.',
  },
  MONEY_NEGATIVE: {
    kind: 'FINDING',
    en: 'The sum is below zero. Send zero or more.',
    ru: 'Сумма меньше нуля. Укажите ноль или больше.',
    be: 'Сума меншая за нуль. Укажыце нуль або больш.',
  },
  MONEY_NOT_POSITIVE: {
    kind: 'FINDING',
    en: 'The sum is zero. Send more than zero.',
    ru: 'Сумма равна нулю. Укажите больше нуля.',
    be: 'Сума роўная нулю. Укажыце больш за нуль.',
  },
  MONEY_TOO_LARGE: {
    kind: 'FINDING',
    en: 'The sum is larger than can be kept: {limit} is the most.',
    ru: 'Сумма больше той, которую можно сохранить: не более {limit}.',
    be: 'Сума большая за тую, якую можна захаваць: не больш за {limit}.',
  },
  MONEY_CURRENCY_WRONG: {
    kind: 'FINDING',
    en: 'The sum is in {given}, but {expected} is used here. Send the sum in {expected}.',
    ru: 'Сумма указана в {given}, здесь используется {expected}. Укажите сумму в {expected}.',
    be: 'Сума ўказана ў {given}, тут выкарыстоўваецца {expected}. Укажыце суму ў {expected}.',
  },
});
