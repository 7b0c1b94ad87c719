/** Codes of claims and disputes. */
export const claimTexts = {
  BY_LEASING_CLAIM_ANSWER_OVERDUE: {
    kind: 'FINDING',
    en: 'The answer was due by {dueOn}, {days} working days after the receipt; the claim counts as accepted. Settle what it demands.',
    ru: 'Ответ следовало дать до {dueOn}, в течение {days} рабочих дней; претензия считается признанной. Исполните её требования.',
    be: 'Адказ трэба было даць да {dueOn}, на працягу {days} рабочых дзён; прэтэнзія лічыцца прызнанай. Выканайце яе патрабаванні.',
  },
  BY_LEASING_CLAIM_OBJECTION_UNREASONED: {
    kind: 'FINDING',
    en: 'An objection without reasons counts as none. Write the reasons.',
    ru: 'Возражение без обоснования не считается возражением. Укажите причины.',
    be: 'Пярэчанне без абгрунтавання не лічыцца пярэчаннем. Пазначце прычыны.',
  },
  BY_LEASING_CLAIM_REQUIRED_FIRST: {
    kind: 'FINDING',
    en: 'Before the court there must be a claim that was answered or whose time has passed. Send one, or wait for the answer.',
    ru: 'До суда нужна претензия, на которую дан ответ или истёк срок. Направьте претензию или дождитесь ответа.',
    be: 'Да суда патрэбна прэтэнзія, на якую дадзены адказ або скончыўся тэрмін. Накіруйце прэтэнзію або дачакайцеся адказу.',
  },
  BY_LEASING_CLAIM_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no claim of this id between you. Take one from the list.',
    ru: 'Претензии с таким идентификатором между сторонами нет. Выберите из списка.',
    be: 'Прэтэнзіі з такім ідэнтыфікатарам паміж бакамі няма. Выберыце са спіса.',
  },
  BY_LEASING_CLAIM_OWN: {
    kind: 'FINDING',
    en: 'The other party answers this claim. Wait for its answer.',
    ru: 'На эту претензию отвечает другая сторона. Дождитесь ответа.',
    be: 'На гэту прэтэнзію адказвае другі бок. Дачакайцеся адказу.',
  },
  BY_LEASING_CLAIM_ANSWERED_ALREADY: {
    kind: 'FINDING',
    en: 'This claim was answered already. See the answer.',
    ru: 'На эту претензию уже дан ответ. Ознакомьтесь с ним.',
    be: 'На гэту прэтэнзію ўжо дадзены адказ. Азнаёмцеся з ім.',
  },
  BY_LEASING_DISPUTE_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no open dispute of this id that could go there. Take one from the list.',
    ru: 'Открытого спора, который можно так перевести, нет. Выберите из списка.',
    be: 'Адкрытай спрэчкі, якую можна так перавесці, няма. Выберыце са спіса.',
  },
} as const;
