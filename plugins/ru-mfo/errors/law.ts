/** Codes of what the law asks before a loan is decided on, signed and paid out. */
export const lawTexts = {
  RU_MFO_SELF_BAN: {
    kind: 'FINDING',
    en: 'The person has forbidden to be lent to ({kinds}). Lift the ban first and apply again when the lifting is in force.',
    ru: 'Действует самозапрет на заключение договоров займа ({kinds}). Снимите запрет и подайте заявление, когда снятие вступит в силу.',
    be: 'Дзейнічае самазабарона на заключэнне дагавораў пазыкі ({kinds}). Зніміце забарону і падайце заяву, калі зняцце набудзе моц.',
  },
  RU_MFO_BUREAUS_NOT_ASKED: {
    kind: 'FINDING',
    en: 'The credit bureaus have not told whether there is a self-ban. Ask them, with the applicant’s taxpayer number, before you approve.',
    ru: 'Бюро кредитных историй не сообщили, есть ли самозапрет. Запросите отчёт с указанием ИНН заявителя до одобрения.',
    be: 'Бюро крэдытных гісторый не паведамілі, ці ёсць самазабарона. Запытайце справаздачу з указаннем ІНП заяўніка да адабрэння.',
  },
  RU_MFO_BUREAUS_TOO_FEW: {
    kind: 'FINDING',
    en: '{asked} credit bureaus answered; the law asks for {limit}. Ask the others.',
    ru: 'Ответили бюро кредитных историй: {asked}; по закону нужно {limit}. Запросите остальные.',
    be: 'Адказалі бюро крэдытных гісторый: {asked}; па законе трэба {limit}. Запытайце астатнія.',
  },
  RU_MFO_BUREAUS_PENDING: {
    kind: 'FINDING',
    en: 'The bureaus have not answered yet. Ask again in a while: it stays the same inquiry.',
    ru: 'Бюро ещё не ответили. Повторите запрос позже: он останется тем же самым.',
    be: 'Бюро яшчэ не адказалі. Паўтарыце запыт пазней: ён застанецца тым жа самым.',
  },
  RU_MFO_BUREAUS_REFUSED: {
    kind: 'FINDING',
    en: 'The bureaus will not answer: {reason}. Put right what they name and ask anew.',
    ru: 'Бюро отказали в отчёте: {reason}. Исправьте причину и запросите заново.',
    be: 'Бюро адмовілі ў справаздачы: {reason}. Выпраўце прычыну і запытайце нанова.',
  },
  RU_MFO_BUREAUS_UNREACHABLE: {
    kind: 'FINDING',
    en: 'The bureaus could not be reached. Ask again: it stays the same inquiry.',
    ru: 'Связаться с бюро не удалось. Повторите запрос: он останется тем же самым.',
    be: 'Звязацца з бюро не ўдалося. Паўтарыце запыт: ён застанецца тым жа самым.',
  },
  RU_MFO_INQUIRY_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such inquiry to the bureaus. Ask them first.',
    ru: 'Такого запроса в бюро нет. Сначала отправьте запрос.',
    be: 'Такога запыту ў бюро няма. Спачатку адпраўце запыт.',
  },
  RU_MFO_EXPENSIVE_LOANS: {
    kind: 'FINDING',
    en: 'The person has {open} unpaid microloans of more than {percent} % a year; with the new one there may be {limit}. They must be repaid first.',
    ru: 'У заёмщика непогашенных займов с ПСК выше {percent} %: {open}; вместе с новым допустимо {limit}. Сначала их надо погасить.',
    be: 'У пазычальніка непагашаных пазык з ПКП вышэй за {percent} %: {open}; разам з новай дапушчальна {limit}. Спачатку іх трэба пагасіць.',
  },
  RU_MFO_EXPENSIVE_PAUSE: {
    kind: 'FINDING',
    en: 'The last expensive loan was repaid on {repaidOn}; another one can be made after {until}.',
    ru: 'Последний дорогой займ погашен {repaidOn}; новый возможен после {until}.',
    be: 'Апошняя дарагая пазыка пагашана {repaidOn}; новая магчыма пасля {until}.',
  },
  RU_MFO_DEBT_BURDEN_UNKNOWN: {
    kind: 'FINDING',
    en: 'The debt burden is not known. Ask the bureaus and state the average monthly income.',
    ru: 'Показатель долговой нагрузки не рассчитан. Запросите бюро и укажите среднемесячный доход.',
    be: 'Паказчык даўгавой нагрузкі не разлічаны. Запытайце бюро і пакажыце сярэднемесячны даход.',
  },
  RU_MFO_DEBT_BURDEN_NOT_WARNED: {
    kind: 'FINDING',
    en: 'Debts would take {percent} % of the income, more than {limit} %. Read and sign the warning first.',
    ru: 'Долговая нагрузка составит {percent} % дохода, больше {limit} %. Сначала прочитайте и подпишите уведомление.',
    be: 'Даўгавая нагрузка складзе {percent} % даходу, больш за {limit} %. Спачатку прачытайце і падпішыце апавяшчэнне.',
  },
  RU_MFO_COOLING_OFF: {
    kind: 'FINDING',
    en: 'Money of this loan waits {hours} hours after the signing; {minutesLeft} minutes are left. Order the transfer then.',
    ru: 'Деньги передаются не раньше чем через {hours} ч после подписания; осталось минут: {minutesLeft}. Закажите перевод позже.',
    be: 'Грошы перадаюцца не раней чым праз {hours} г пасля падпісання; засталося хвілін: {minutesLeft}. Замоўце перавод пазней.',
  },
  RU_MFO_PAYEE_NOT_CHECKED: {
    kind: 'FINDING',
    en: 'It is not known whose account or card it is. Ask its bank and record the answer.',
    ru: 'Неизвестно, чей это счёт или карта. Запросите банк получателя и запишите ответ.',
    be: 'Невядома, чый гэта рахунак або картка. Запытайце банк атрымальніка і запішыце адказ.',
  },
  RU_MFO_PAYEE_DIFFERS: {
    kind: 'FINDING',
    en: 'The account or card belongs to somebody else. Money goes to the borrower alone: have another one named.',
    ru: 'Счёт или карта принадлежит другому лицу. Деньги передаются только заёмщику: нужны другие реквизиты.',
    be: 'Рахунак або картка належыць іншай асобе. Грошы перадаюцца толькі пазычальніку: патрэбны іншыя рэквізіты.',
  },
  RU_MFO_BIOMETRIC_REQUIRED: {
    kind: 'FINDING',
    en: 'Who borrows from afar is identified by biometrics. Identify the person so before you approve.',
    ru: 'Дистанционный заёмщик идентифицируется по биометрии. Проведите её до одобрения.',
    be: 'Дыстанцыйны пазычальнік ідэнтыфікуецца па біяметрыі. Правядзіце яе да адабрэння.',
  },
  RU_MFO_FIXED_SUM_ABOVE_CAP: {
    kind: 'FINDING',
    en: 'Interest and fees of {charges} would exceed the fixed sum, {limit} % of the loan. Shorten the term or lower the rate.',
    ru: 'Проценты и платежи {charges} превысят фиксируемую сумму платежей, {limit} % займа. Уменьшите срок или ставку.',
    be: 'Працэнты і плацяжы {charges} перавысяць фіксаваную суму плацяжоў, {limit} % пазыкі. Паменшыце тэрмін або стаўку.',
  },
} as const;
