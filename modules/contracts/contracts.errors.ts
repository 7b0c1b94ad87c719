import { defineErrors } from '../../schema/base';

export const contractErrors = defineErrors('contracts', {
  CONTRACT_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such contract, or it is not yours. Check the id.',
    ru: 'Такого договора нет или он не ваш. Проверьте идентификатор.',
    be: 'Такога дагавора няма або ён не ваш. Праверце ідэнтыфікатар.',
  },
});
