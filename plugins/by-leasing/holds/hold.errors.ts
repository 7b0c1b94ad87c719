/** Codes of what stands in a client’s way. */
export const holdTexts = {
  BY_LEASING_ACCOUNT_SUSPENDED: {
    kind: 'FINDING',
    en: 'The use of the cabinet is suspended: {ground}. Turn to the lender.',
    ru: 'Использование кабинета приостановлено: {ground}. Обратитесь в компанию.',
    be: 'Выкарыстанне кабінета прыпынена: {ground}. Звярніцеся ў кампанію.',
  },
  BY_LEASING_SUSPENSION_GROUND_UNKNOWN: {
    kind: 'FINDING',
    en: 'An account is suspended on one of these grounds only: {grounds}.',
    ru: 'Приостановить можно только по одному из оснований: {grounds}.',
    be: 'Прыпыніць можна толькі па адной з падстаў: {grounds}.',
  },
  BY_LEASING_SUSPENSION_END_CONDITION_UNMET: {
    kind: 'FINDING',
    en: 'The suspension lasts until its end is recorded: {needed}.',
    ru: 'Приостановление длится, пока не записано его окончание: {needed}.',
    be: 'Прыпыненне доўжыцца, пакуль не запісана яго заканчэнне: {needed}.',
  },
  BY_LEASING_HOLD_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no open restriction of this id. Choose one that is in force.',
    ru: 'Действующего ограничения с таким идентификатором нет. Выберите действующее.',
    be: 'Дзейнага абмежавання з такім ідэнтыфікатарам няма. Выберыце дзейнае.',
  },
  BY_LEASING_CLIENT_DATA_UNRELIABLE: {
    kind: 'FINDING',
    en: 'The lender knows that the data given are not true. Turn to an office with your documents.',
    ru: 'Компании известно о недостоверности данных. Обратитесь в офис с документами.',
    be: 'Кампаніі вядома пра недакладнасць даных. Звярніцеся ў офіс з дакументамі.',
  },
  BY_LEASING_UNAUTHORISED_ACCESS_REPORTED: {
    kind: 'FINDING',
    en: 'Somebody else may have had access. Operations wait until this is cleared up; turn to the lender.',
    ru: 'Возможен доступ посторонних. Операции приостановлены до выяснения; обратитесь в компанию.',
    be: 'Магчымы доступ старонніх. Аперацыі прыпынены да высвятлення; звярніцеся ў кампанію.',
  },
  BY_LEASING_OPERATION_PROHIBITED: {
    kind: 'FINDING',
    en: 'The operation is prohibited: {basis}. Turn to the lender.',
    ru: 'Операция запрещена: {basis}. Обратитесь в компанию.',
    be: 'Аперацыя забаронена: {basis}. Звярніцеся ў кампанію.',
  },
  BY_LEASING_PROHIBITION_INCOMPLETE: {
    kind: 'FINDING',
    en: 'Write down the ground and the provision of law: {missing}.',
    ru: 'Запишите основание и норму закона: {missing}.',
    be: 'Запішыце падставу і норму закона: {missing}.',
  },
  BY_LEASING_CAPACITY_RESTRICTED: {
    kind: 'FINDING',
    en: 'The client’s legal capacity is restricted. Turn to an office with the court’s decision.',
    ru: 'Дееспособность клиента ограничена. Обратитесь в офис с решением суда.',
    be: 'Дзеяздольнасць кліента абмежавана. Звярніцеся ў офіс з рашэннем суда.',
  },
  BY_LEASING_PRESUMED_CLIENT: {
    kind: 'FINDING',
    en: 'The rules of safe use were broken at that time: what was done is held to be the client’s own.',
    ru: 'В это время нарушались правила безопасности: действия считаются действиями клиента.',
    be: 'У гэты час парушаліся правілы бяспекі: дзеянні лічацца дзеяннямі кліента.',
  },
} as const;
