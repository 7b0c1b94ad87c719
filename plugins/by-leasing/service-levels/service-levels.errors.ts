/** Codes of interruptions, force majeure and watched duties. */
export const serviceLevelTexts = {
  BY_LEASING_OUTAGE_NOTICE_MISSING: {
    kind: 'FINDING',
    en: 'The interruption has no notice on the site. Publish one.',
    ru: 'О перерыве нет уведомления на сайте. Опубликуйте его.',
    be: 'Пра перапынак няма паведамлення на сайце. Апублікуйце яго.',
  },
  BY_LEASING_RECOVERY_OVERDUE: {
    kind: 'FINDING',
    en: 'The cabinet did not work again within {hours} h. Restore it, and record what excuses the delay, if anything does.',
    ru: 'Работоспособность не восстановлена за {hours} ч. Восстановите её и укажите обстоятельства, если они освобождают от ответственности.',
    be: 'Працаздольнасць не адноўлена за {hours} гадз. Аднавіце яе і пазначце абставіны, калі яны вызваляюць ад адказнасці.',
  },
  BY_LEASING_INCIDENT_CAUSE_REQUIRED: {
    kind: 'FINDING',
    en: 'Name the cause for which the lender does not answer; an interruption of its own has none.',
    ru: 'Укажите причину из перечня исключений ответственности; у собственного перерыва её нет.',
    be: 'Пазначце прычыну з пераліку выключэнняў адказнасці; у ўласнага перапынку яе няма.',
  },
  BY_LEASING_PERIOD_INVALID: {
    kind: 'FINDING',
    en: 'The end must lie after the beginning. Correct the dates.',
    ru: 'Окончание должно быть позже начала. Исправьте даты.',
    be: 'Заканчэнне павінна быць пазней за пачатак. Выпраўце даты.',
  },
  BY_LEASING_OUTAGE_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no interruption of this id. Take one from the list.',
    ru: 'Перерыва с таким идентификатором нет. Выберите из списка.',
    be: 'Перапынку з такім ідэнтыфікатарам няма. Выберыце са спіса.',
  },
  BY_LEASING_OUTAGE_PUBLISHED_ALREADY: {
    kind: 'FINDING',
    en: 'The notice stands on the site already. Nothing is to be done.',
    ru: 'Уведомление уже опубликовано. Ничего делать не нужно.',
    be: 'Паведамленне ўжо апублікавана. Нічога рабіць не трэба.',
  },
  BY_LEASING_OUTAGE_CLOSED_ALREADY: {
    kind: 'FINDING',
    en: 'The interruption is over already. Record another one if there is.',
    ru: 'Перерыв уже закрыт. Если есть другой, внесите его.',
    be: 'Перапынак ужо закрыты. Калі ёсць іншы, унясіце яго.',
  },
  BY_LEASING_MISSED_DUTY_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no missed duty of this id. Take one from the list.',
    ru: 'Неисполненной обязанности с таким идентификатором нет. Выберите из списка.',
    be: 'Нявыкананага абавязку з такім ідэнтыфікатарам няма. Выберыце са спіса.',
  },
  BY_LEASING_FORCE_MAJEURE_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such record of force majeure. Record the event first.',
    ru: 'Такой записи о непреодолимой силе нет. Сначала внесите событие.',
    be: 'Такога запісу пра непераадольную сілу няма. Спачатку ўнясіце падзею.',
  },
  BY_LEASING_FORCE_MAJEURE_APART: {
    kind: 'FINDING',
    en: 'The event did not fall into the time of this duty. Choose one that did.',
    ru: 'Событие не пришлось на срок этой обязанности. Выберите другое.',
    be: 'Падзея не прыпала на тэрмін гэтага абавязку. Выберыце іншую.',
  },
  BY_LEASING_DUTY_MISSED: {
    kind: 'FINDING',
    en: 'A registered duty was not done in its time. Do it, and record what excuses the delay, if anything does.',
    ru: 'Обязанность не исполнена в срок. Исполните её и укажите обстоятельства, если они освобождают от ответственности.',
    be: 'Абавязак не выкананы ў тэрмін. Выканайце яго і пазначце абставіны, калі яны вызваляюць ад адказнасці.',
  },
  BY_LEASING_DUTY_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no open duty of this id. Take one from the list.',
    ru: 'Открытой обязанности с таким идентификатором нет. Выберите из списка.',
    be: 'Адкрытага абавязку з такім ідэнтыфікатарам няма. Выберыце са спіса.',
  },
} as const;
