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
} as const;
