/** Codes of the offer, the contract, the transfer and of the limits of law. */
export const loanTexts = {
  RU_MFO_DOCUMENT_NOT_PUBLISHED: {
    kind: 'FINDING',
    en: 'The draft of the individual terms is not ready to be read, so it cannot be accepted yet.',
    ru: 'Проект индивидуальных условий ещё не размещён, принять его пока нельзя.',
    be: 'Праект індывідуальных умоў яшчэ не размешчаны, прыняць яго пакуль нельга.',
  },
  RU_MFO_DOCUMENT_CHANGED: {
    kind: 'FINDING',
    en: 'The terms that you read are not the ones offered now. Read the current document and accept that one.',
    ru: 'Прочитанные условия отличаются от предложенных сейчас. Откройте действующий документ и примите его.',
    be: 'Прачытаныя ўмовы адрозніваюцца ад прапанаваных цяпер. Адкрыйце дзеючы дакумент і прыміце яго.',
  },
  RU_MFO_OFFER_EXPIRED: {
    kind: 'FINDING',
    en: 'The offered terms could be accepted until {dueOn}. Apply again to get new ones.',
    ru: 'Предложенные условия можно было принять до {dueOn} включительно. Подайте новое заявление.',
    be: 'Прапанаваныя ўмовы можна было прыняць да {dueOn} уключна. Падайце новую заяву.',
  },
  RU_MFO_OFFER_NOT_SIGNED: {
    kind: 'FINDING',
    en: 'Only the client accepts the terms, in the client’s own session.',
    ru: 'Условия принимает только сам клиент, в своём личном кабинете.',
    be: 'Умовы прымае толькі сам кліент, у сваім асабістым кабінеце.',
  },
  RU_MFO_PHONE_NOT_VERIFIED: {
    kind: 'FINDING',
    en: 'Confirm the mobile phone by a code first: the code signs the terms.',
    ru: 'Сначала подтвердите мобильный телефон кодом: этим кодом подписываются условия.',
    be: 'Спачатку пацвердзіце мабільны тэлефон кодам: гэтым кодам падпісваюцца ўмовы.',
  },
  RU_MFO_EMAIL_NOT_VERIFIED: {
    kind: 'FINDING',
    en: 'Confirm the e-mail address first: the accepted terms are sent to it.',
    ru: 'Сначала подтвердите адрес электронной почты: на него направляются принятые условия.',
    be: 'Спачатку пацвердзіце адрас электроннай пошты: на яго накіроўваюцца прынятыя ўмовы.',
  },
  RU_MFO_INSURANCE_NOT_OFFERED: {
    kind: 'FINDING',
    en: 'Insurance was not part of this offer. Continue without insurance.',
    ru: 'Страхование в это предложение не входит. Продолжите без страховки.',
    be: 'Страхаванне ў гэтую прапанову не ўваходзіць. Працягніце без страхоўкі.',
  },
  RU_MFO_CONTRACT_NOT_CONCLUDED: {
    kind: 'FINDING',
    en: 'The contract is not concluded yet; missing: {missing}.',
    ru: 'Договор ещё не заключён; не хватает: {missing}.',
    be: 'Дагавор яшчэ не заключаны; не хапае: {missing}.',
  },
  RU_MFO_DISBURSEMENT_METHOD_MISMATCH: {
    kind: 'FINDING',
    en: 'The money goes by the way named in the application, {chosen}; {ordered} was ordered.',
    ru: 'Деньги перечисляются способом из заявления: {chosen}; запрошен {ordered}.',
    be: 'Грошы пералічваюцца спосабам з заявы: {chosen}; запытаны {ordered}.',
  },
  RU_MFO_DISBURSEMENT_OVERDUE: {
    kind: 'FINDING',
    en: 'The sum was to be transferred by {dueOn}. Order the transfer now.',
    ru: 'Сумму следовало перечислить до {dueOn}. Закажите перевод.',
    be: 'Суму трэба было пералічыць да {dueOn}. Замоўце перавод.',
  },
  RU_MFO_TRANSFER_UNDER_WAY: {
    kind: 'FINDING',
    en: 'The settlement partner has not answered yet; the term is settled by its answer. Wait for it.',
    ru: 'Платёжный партнёр ещё не ответил; срок определится по его ответу. Дождитесь ответа.',
    be: 'Плацежны партнёр яшчэ не адказаў; тэрмін вызначыцца па яго адказе. Дачакайцеся адказу.',
  },
  RU_MFO_DAILY_RATE_ABOVE_CAP: {
    kind: 'FINDING',
    en: 'The rate of {rate} % a day is above the highest allowed, {limit} %.',
    ru: 'Ставка {rate} % в день выше предельной {limit} %.',
    be: 'Стаўка {rate} % у дзень вышэйшая за гранічную {limit} %.',
  },
  RU_MFO_FULL_COST_ABOVE_CAP: {
    kind: 'FINDING',
    en: 'The full cost of credit of {percent} % a year is above the highest allowed, {limit} %.',
    ru: 'Полная стоимость займа {percent} % годовых выше предельной {limit} %.',
    be: 'Поўны кошт пазыкі {percent} % гадавых вышэйшы за гранічны {limit} %.',
  },
  RU_MFO_CHARGES_ABOVE_CAP: {
    kind: 'FINDING',
    en: 'Interest and fees of {charges} would exceed {limit} % of the loan. Shorten the term or lower the rate.',
    ru: 'Проценты и платежи {charges} превысят {limit} % суммы займа. Уменьшите срок или ставку.',
    be: 'Працэнты і плацяжы {charges} перавысяць {limit} % сумы пазыкі. Паменшыце тэрмін або стаўку.',
  },
  RU_MFO_PRINCIPAL_ABOVE_CAP: {
    kind: 'FINDING',
    en: 'The debt to this lender would be {debt}; it may be at most {limit}.',
    ru: 'Задолженность перед кредитором составит {debt}; допустимо не более {limit}.',
    be: 'Запазычанасць перад крэдыторам складзе {debt}; дапушчальна не больш за {limit}.',
  },
  RU_MFO_PRODUCT_NOT_CONFIGURED: {
    kind: 'FINDING',
    en: 'The lender has set no rate for this product and term. Ask the lender.',
    ru: 'Кредитор не установил ставку для этого продукта и срока. Обратитесь к кредитору.',
    be: 'Крэдытор не ўстанавіў стаўку для гэтага прадукту і тэрміну. Звярніцеся да крэдытора.',
  },
} as const;
