/** Codes of paid services beside a loan. */
export const addonTexts = {
  RU_MFO_ADDON_DISCLOSURE_MISSING: {
    kind: 'FINDING',
    en: 'The memo, the application or the costs of this service cannot be read yet, so it cannot be bought. Continue without it.',
    ru: 'Памятка, заявление или стоимость услуги ещё не раскрыты, поэтому купить её нельзя. Продолжите без неё.',
    be: 'Памятка, заява або кошт паслугі яшчэ не раскрыты, таму купіць яе нельга. Працягніце без яе.',
  },
  RU_MFO_ADDON_NOT_OPTED_IN: {
    kind: 'FINDING',
    en: 'The client has not ticked the service {service}: it can be neither sold nor charged. Go on without it.',
    ru: 'Клиент не отметил услугу {service}: её нельзя ни продать, ни оплатить. Продолжите без неё.',
    be: 'Кліент не адзначыў паслугу {service}: яе нельга ні прадаць, ні аплаціць. Працягніце без яе.',
  },
  RU_MFO_ADDON_NOT_OFFERED: {
    kind: 'FINDING',
    en: 'The service {service} is not offered to be ticked now. Choose among the services of this offer, or by its button.',
    ru: 'Услугу {service} сейчас отметить нельзя. Выберите услугу из этого предложения или нажмите его кнопку.',
    be: 'Паслугу {service} зараз адзначыць нельга. Выберыце паслугу з гэтай прапановы або націсніце яе кнопку.',
  },
  RU_MFO_ADDON_NOT_CHOSEN: {
    kind: 'FINDING',
    en: 'This service is not ticked, so there is nothing to take back. Read the services of the application anew.',
    ru: 'Эта услуга не отмечена, снимать нечего. Прочитайте услуги заявления заново.',
    be: 'Гэтая паслуга не адзначана, здымаць няма чаго. Прачытайце паслугі заявы нанова.',
  },
  RU_MFO_ADDON_TICK_OF_CLIENT: {
    kind: 'FINDING',
    en: 'Only the client ticks a paid service, in the client’s own session.',
    ru: 'Дополнительную услугу отмечает только сам клиент, в своём личном кабинете.',
    be: 'Дадатковую паслугу адзначае толькі сам кліент, у сваім асабістым кабінеце.',
  },
  RU_MFO_ADDON_PRICE_ABOVE_LOAN: {
    kind: 'FINDING',
    en: 'The services cost {price}, as much as the loan of {amount} or more. Ask for a larger loan or go on without them.',
    ru: 'Услуги стоят {price} — не меньше суммы займа {amount}. Увеличьте сумму или откажитесь от услуг.',
    be: 'Паслугі каштуюць {price} — не менш за суму пазыкі {amount}. Павялічце суму або адмоўцеся ад паслуг.',
  },
  RU_MFO_ADDON_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such service that the client has joined. Read the services of the contract anew.',
    ru: 'Такой услуги, к которой присоединился клиент, нет. Прочитайте услуги договора заново.',
    be: 'Такой паслугі, да якой далучыўся кліент, няма. Прачытайце паслугі дагавора нанова.',
  },
  RU_MFO_ADDON_WITHDRAWAL_EXPIRED: {
    kind: 'FINDING',
    en: 'The service could be given up until {lastDay}; the request is of {madeOn}. The lender may still agree to end it.',
    ru: 'Отказаться от услуги можно было до {lastDay} включительно; заявление от {madeOn}. Договоритесь с кредитором о её прекращении.',
    be: 'Адмовіцца ад паслугі можна было да {lastDay} уключна; заява ад {madeOn}. Дамоўцеся з крэдыторам аб яе спыненні.',
  },
  RU_MFO_ADDON_WITHDRAWAL_NOT_PROVIDED: {
    kind: 'FINDING',
    en: 'Neither the lender’s rules nor the law held here give a term in which the service can be given up. Ask the lender.',
    ru: 'Ни правила кредитора, ни известные здесь нормы закона не дают срока для отказа от услуги. Обратитесь к кредитору.',
    be: 'Ні правілы крэдытора, ні вядомыя тут нормы закона не даюць тэрміну для адмовы ад паслугі. Звярніцеся да крэдытора.',
  },
  RU_MFO_ADDON_WITHDRAWAL_ADDRESSEE: {
    kind: 'FINDING',
    en: 'The request goes to one of: {accepted}. Send it there.',
    ru: 'Заявление подаётся одному из: {accepted}. Направьте его туда.',
    be: 'Заява падаецца аднаму з: {accepted}. Накіруйце яе туды.',
  },
  RU_MFO_ADDON_WITHDRAWAL_PAPER: {
    kind: 'FINDING',
    en: 'A request from your own session is of today and has no number. Leave the day and the number out.',
    ru: 'Заявление из личного кабинета подаётся сегодняшним днём и без номера. Уберите день и номер.',
    be: 'Заява з асабістага кабінета падаецца сённяшнім днём і без нумара. Прыбярыце дзень і нумар.',
  },
  RU_MFO_ADDON_WITHDRAWAL_DAY: {
    kind: 'FINDING',
    en: 'A request cannot be of {madeOn}: it lies before the service was joined or after today. Give the day on which it came.',
    ru: 'Заявление не может быть от {madeOn}: это раньше присоединения или позже сегодняшнего дня. Укажите день поступления.',
    be: 'Заява не можа быць ад {madeOn}: гэта раней за далучэнне або пазней за сённяшні дзень. Пазначце дзень паступлення.',
  },
  RU_MFO_ADDON_REFUND_TARGET_INVALID: {
    kind: 'FINDING',
    en: 'The refund goes to {target} here, and the rules want it to go to: {accepted}. Ask the lender.',
    ru: 'Возврат направлен: {target}; правила требуют: {accepted}. Обратитесь к кредитору.',
    be: 'Вяртанне накіравана: {target}; правілы патрабуюць: {accepted}. Звярніцеся да крэдытора.',
  },
} as const;
