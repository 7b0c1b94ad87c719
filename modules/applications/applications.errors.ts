import { defineErrors } from '../../schema/base';

export const applicationErrors = defineErrors('applications', {
  APPLICATION_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such application, or it is not yours. Check the id.',
    ru: 'Такой заявки нет или она не ваша. Проверьте идентификатор.',
    be: 'Такой заяўкі няма або яна не ваша. Праверце ідэнтыфікатар.',
  },
  APPLICATION_TRANSITION_INVALID: {
    kind: 'FINDING',
    en: 'The application is {status}; {transition} is not possible from there.',
    ru: 'Заявка в состоянии {status}; действие {transition} из него невозможно.',
    be: 'Заяўка ў стане {status}; дзеянне {transition} з яго немагчымае.',
  },
  PRODUCT_UNKNOWN: {
    kind: 'FINDING',
    en: 'The product {product} is not offered by this lender. Ask `products` for those that are.',
    ru: 'Продукт {product} этим кредитором не предлагается. Список предложений — в `products`.',
    be: 'Прадукт {product} гэтым крэдыторам не прапануецца. Спіс прапаноў — у `products`.',
  },
  TERM_INVALID: {
    kind: 'FINDING',
    en: 'The term is a whole number of days from 1 to {max}.',
    ru: 'Срок — целое число дней от 1 до {max}.',
    be: 'Тэрмін — цэлы лік дзён ад 1 да {max}.',
  },
  CLIENT_REQUIRED: {
    kind: 'FINDING',
    en: 'Name the client for whom the application is made.',
    ru: 'Укажите клиента, от имени которого подаётся заявка.',
    be: 'Укажыце кліента, ад імя якога падаецца заяўка.',
  },
});
