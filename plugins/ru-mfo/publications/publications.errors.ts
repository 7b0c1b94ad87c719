/** Codes of publishing. */
export const publicationTexts = {
  RU_MFO_PUBLICATION_EXISTS: {
    kind: 'FINDING',
    en: 'Version {version} of this document is published already and cannot be changed. Publish another version.',
    ru: 'Редакция {version} этого документа уже опубликована и не изменяется. Опубликуйте другую редакцию.',
    be: 'Рэдакцыя {version} гэтага дакумента ўжо апублікавана і не змяняецца. Апублікуйце іншую рэдакцыю.',
  },
  RU_MFO_PUBLICATION_BACKDATED: {
    kind: 'FINDING',
    en: 'A new version cannot be in force before today, {today}. Give today or a later day.',
    ru: 'Новая редакция не может действовать раньше сегодняшнего дня, {today}. Укажите сегодня или более поздний день.',
    be: 'Новая рэдакцыя не можа дзейнічаць раней за сённяшні дзень, {today}. Пазначце сёння або пазнейшы дзень.',
  },
  RU_MFO_PUBLICATION_ADDRESS: {
    kind: 'FINDING',
    en: 'The page must stand on the lender’s own site, {site}, and its address must begin with https://. Give that one.',
    ru: 'Страница должна находиться на сайте кредитора, {site}, и её адрес должен начинаться с https://. Укажите такой адрес.',
    be: 'Старонка павінна знаходзіцца на сайце крэдытора, {site}, і яе адрас павінен пачынацца з https://. Пазначце такі адрас.',
  },
  RU_MFO_EDITION_NOT_PRESENTED: {
    kind: 'FINDING',
    en: 'The edition of the rules in force is not made known by: {missing}. Publish its text before applications are taken.',
    ru: 'Действующая редакция правил не доведена до сведения: {missing}. Разместите её текст до приёма заявлений.',
    be: 'Дзейная рэдакцыя правіл не даведзена да ведама: {missing}. Размясціце яе тэкст да прыёму заяў.',
  },
} as const;
