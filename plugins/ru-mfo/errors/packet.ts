/** Codes of signing a packet of documents by one code. */
export const packetTexts = {
  RU_MFO_PACKET_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such packet of documents. Check the id.',
    ru: 'Такого пакета документов нет. Проверьте идентификатор.',
    be: 'Такога пакета дакументаў няма. Праверце ідэнтыфікатар.',
  },
  RU_MFO_PACKET_DOCUMENT_UNKNOWN: {
    kind: 'FINDING',
    en: 'This document is not in the packet. Read the packet again and tick its documents.',
    ru: 'Этого документа в пакете нет. Прочитайте пакет заново и отметьте его документы.',
    be: 'Гэтага дакумента ў пакеце няма. Прачытайце пакет нанова і адзначце яго дакументы.',
  },
  RU_MFO_PACKET_SIGNED: {
    kind: 'FINDING',
    en: 'This packet is signed already.',
    ru: 'Этот пакет уже подписан.',
    be: 'Гэты пакет ужо падпісаны.',
  },
  RU_MFO_PACKET_NOT_WANTED: {
    kind: 'FINDING',
    en: 'The rules of this lender ask for no such packet of documents here.',
    ru: 'Правила этого кредитора такого пакета документов здесь не требуют.',
    be: 'Правілы гэтага крэдытора такога пакета дакументаў тут не патрабуюць.',
  },
  RU_MFO_DRAFT_SUPERSEDED: {
    kind: 'FINDING',
    en: 'This draft is no longer good. Read the one that stands in its place, or apply again.',
    ru: 'Этот проект больше не действует. Прочитайте новый или подайте заявку заново.',
    be: 'Гэты праект больш не дзейнічае. Прачытайце новы або падайце заяўку нанова.',
  },
  RU_MFO_SMS_CODE_INVALID: {
    kind: 'FINDING',
    en: 'The code is not the one that was sent for these documents ({reason}). Nothing was signed or sent; enter it again or ask for a new one.',
    ru: 'Код не совпадает с отправленным для этих документов ({reason}). Ничего не подписано и не направлено; введите его снова или запросите новый.',
    be: 'Код не супадае з адпраўленым для гэтых дакументаў ({reason}). Нічога не падпісана і не накіравана; увядзіце яго зноў або запытайце новы.',
  },
  RU_MFO_SIGNATURE_MISSING: {
    kind: 'FINDING',
    en: 'The packet is signed whole; missing: {missing}. Read these documents and tick their boxes.',
    ru: 'Пакет подписывается целиком; не хватает: {missing}. Прочитайте эти документы и отметьте их.',
    be: 'Пакет падпісваецца цалкам; не хапае: {missing}. Прачытайце гэтыя дакументы і адзначце іх.',
  },
  RU_MFO_SIGNATURE_ELEMENTS_MISSING: {
    kind: 'FINDING',
    en: 'The terms do not hold all that identifies the signer; missing: {missing}. Complete the account and get a new draft.',
    ru: 'В условиях не всё, что идентифицирует подписавшего; не хватает: {missing}. Дополните учётную запись и получите новый проект.',
    be: 'Ва ўмовах не ўсё, што ідэнтыфікуе падпісанта; не хапае: {missing}. Дапоўніце ўліковы запіс і атрымайце новы праект.',
  },
  RU_MFO_SIGNATURE_AGREEMENT_MISSING: {
    kind: 'FINDING',
    en: 'Join the agreement on the simple electronic signature first; nothing can be signed without it.',
    ru: 'Сначала примите соглашение об использовании простой электронной подписи: без него подписать нельзя.',
    be: 'Спачатку прыміце пагадненне аб выкарыстанні простага электроннага подпісу: без яго падпісаць нельга.',
  },
  RU_MFO_ACCEPTANCE_METHOD_INVALID: {
    kind: 'FINDING',
    en: 'By the rules of this lender terms are accepted by {method}.',
    ru: 'По правилам этого кредитора условия принимаются иначе: {method}.',
    be: 'Па правілах гэтага крэдытора ўмовы прымаюцца іначай: {method}.',
  },
} as const;
