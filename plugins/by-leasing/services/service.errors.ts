/** Codes of what the cabinet offers, and of its releases. */
export const serviceTexts = {
  BY_LEASING_FUNCTION_UNAVAILABLE: {
    kind: 'FINDING',
    en: 'The cabinet does not offer this now: {service}. See the list of its services.',
    ru: 'Сейчас кабинет этого не предоставляет: {service}. См. перечень услуг.',
    be: 'Зараз кабінет гэтага не прадастаўляе: {service}. Гл. пералік паслуг.',
  },
  BY_LEASING_ACCESS_DENIED: {
    kind: 'FINDING',
    en: 'This operation is not granted to this kind of client: {service}.',
    ru: 'Эта операция не предоставлена этому виду клиентов: {service}.',
    be: 'Гэта аперацыя не прадастаўлена гэтаму віду кліентаў: {service}.',
  },
  BY_LEASING_SERVICE_UNKNOWN: {
    kind: 'FINDING',
    en: 'The cabinet knows no service {service}. See the list of its services.',
    ru: 'Кабинету неизвестна услуга {service}. См. перечень услуг.',
    be: 'Кабінету невядома паслуга {service}. Гл. пералік паслуг.',
  },
  BY_LEASING_REGISTRATION_FEE: {
    kind: 'FINDING',
    en: 'Registration is free of charge: set no fee.',
    ru: 'Регистрация бесплатна: не устанавливайте плату.',
    be: 'Рэгістрацыя бясплатная: не ўстанаўлівайце плату.',
  },
  BY_LEASING_MARKETING_MARK_BLOCKS: {
    kind: 'FINDING',
    en: 'Consent to advertising is never a condition: take it off the list.',
    ru: 'Согласие на рекламу не может быть условием: уберите его из списка.',
    be: 'Згода на рэкламу не можа быць умовай: прыбярыце яе са спісу.',
  },
  BY_LEASING_CABINET_VERSION_EXISTS: {
    kind: 'FINDING',
    en: 'Version {version} was recorded before. Record it under another.',
    ru: 'Версия {version} уже записана. Запишите под другой.',
    be: 'Версія {version} ужо запісана. Запішыце пад іншай.',
  },
} as const;
