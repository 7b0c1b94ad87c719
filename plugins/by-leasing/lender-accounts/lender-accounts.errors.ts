/** Codes of the lender's accounts. */
export const lenderAccountsTexts = {
  BY_LEASING_ACCOUNTS_UNAVAILABLE: {
    kind: 'FINDING',
    en: 'The lender’s accounts gave no answer now. Ask again in a few minutes.',
    ru: 'Учётная система сейчас не ответила. Повторите через несколько минут.',
    be: 'Уліковая сістэма зараз не адказала. Паўтарыце праз некалькі хвілін.',
  },
  BY_LEASING_LEASED_CONTRACT_NOT_FOUND: {
    kind: 'FINDING',
    en: 'You have no such contract in the lender’s accounts. Refresh the list and take one from it.',
    ru: 'Такого договора у вас в учёте нет. Обновите список и выберите договор из него.',
    be: 'Такога дагавора ў вас ва ўліку няма. Абнавіце спіс і выберыце дагавор з яго.',
  },
  BY_LEASING_CONTRACT_OF_ANOTHER: {
    kind: 'FINDING',
    en: 'Your number is the contact of a contract that is not in your name; it is not shown. If it is yours, tell the lender that your details have changed.',
    ru: 'Ваш номер указан в договоре, который оформлен не на вас; он не показан. Если договор ваш, сообщите компании об изменении данных.',
    be: 'Ваш нумар указаны ў дагаворы, які аформлены не на вас; ён не паказаны. Калі дагавор ваш, паведаміце кампаніі пра змену даных.',
  },
} as const;
