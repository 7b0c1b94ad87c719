/** Codes of breaches, and of texts that people write. */
export const breachTexts = {
  BY_LEASING_TEXT_REQUIRED: {
    kind: 'FINDING',
    en: 'Write something into {field}, at most {max} characters.',
    ru: 'Заполните {field}, не более {max} знаков.',
    be: 'Запоўніце {field}, не больш за {max} знакаў.',
  },
  BY_LEASING_MOMENT_IN_FUTURE: {
    kind: 'FINDING',
    en: 'This moment is still to come. Give one that has passed.',
    ru: 'Этот момент ещё не наступил. Укажите прошедший.',
    be: 'Гэты момант яшчэ не наступіў. Пазначце мінулы.',
  },
  BY_LEASING_BREACH_CLAUSE_UNKNOWN: {
    kind: 'FINDING',
    en: 'No duty or ban of the client is set by {clause}. Name a clause of chapter 9.2 or 10.2.',
    ru: '{clause} не устанавливает обязанности или запрета для клиента. Укажите пункт главы 9.2 или 10.2.',
    be: '{clause} не ўстанаўлівае абавязку ці забароны для кліента. Пазначце пункт главы 9.2 або 10.2.',
  },
  BY_LEASING_BREACH_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no open breach of this id. Choose one of the client’s open breaches.',
    ru: 'Открытого нарушения с таким идентификатором нет. Выберите одно из открытых нарушений клиента.',
    be: 'Адкрытага парушэння з такім ідэнтыфікатарам няма. Выберыце адно з адкрытых парушэнняў кліента.',
  },
} as const;
