/** Codes of the agreement: versions, acceptance, advertising. */
export const termsTexts = {
  BY_LEASING_TERMS_NOT_ACCEPTED: {
    kind: 'FINDING',
    en: 'Accept the agreement, version {version}, in full and without reservations.',
    ru: 'Примите соглашение в редакции {version} полностью и без оговорок.',
    be: 'Прыміце пагадненне ў рэдакцыі {version} цалкам і без агаворак.',
  },
  BY_LEASING_TERMS_DECLINED: {
    kind: 'FINDING',
    en: 'You declined the agreement. Accept version {version}, or have the cabinet deleted.',
    ru: 'Вы не согласились с соглашением. Примите редакцию {version} или удалите кабинет.',
    be: 'Вы не пагадзіліся з пагадненнем. Прыміце рэдакцыю {version} або выдаліце кабінет.',
  },
  BY_LEASING_MARKETING_CONSENT_ABSENT: {
    kind: 'FINDING',
    en: 'The client did not agree to advertising. Send it to those who did.',
    ru: 'Клиент не соглашался на рекламу. Отправляйте её только согласившимся.',
    be: 'Кліент не згаджаўся на рэкламу. Дасылайце яе толькі тым, хто згадзіўся.',
  },
  BY_LEASING_TERMS_VERSION_EXISTS: {
    kind: 'FINDING',
    en: 'Version {version} was published before. Publish it under another.',
    ru: 'Редакция {version} уже опубликована. Опубликуйте под другим номером.',
    be: 'Рэдакцыя {version} ужо апублікавана. Апублікуйце пад іншым нумарам.',
  },
  BY_LEASING_TERMS_FORM_INVALID: {
    kind: 'FINDING',
    en: 'Fill in rightly: {fields}.',
    ru: 'Заполните верно: {fields}.',
    be: 'Запоўніце правільна: {fields}.',
  },
} as const;
