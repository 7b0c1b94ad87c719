import { defineErrors } from '../../schema/base';

export const byLeasingErrors = defineErrors('by-leasing', {
  BY_LEASING_EDITION_GAP: {
    kind: 'FINDING',
    en: 'No edition of the agreement is in force on {on} (before: {before}, after: {after}). An officer decides with a reason.',
    ru: 'На {on} нет действующей редакции соглашения (до: {before}, после: {after}). Решает сотрудник с указанием причины.',
    be: 'На {on} няма дзейнай рэдакцыі пагаднення (да: {before}, пасля: {after}). Вырашае супрацоўнік з указаннем прычыны.',
  },
  BY_LEASING_EDITION_TEXT_NOT_HELD: {
    kind: 'FINDING',
    en: 'The text of edition {edition}, in force on {on}, is not held. An officer decides with a reason.',
    ru: 'Текст редакции {edition}, действовавшей на {on}, отсутствует. Решает сотрудник с указанием причины.',
    be: 'Тэкст рэдакцыі {edition}, што дзейнічала на {on}, адсутнічае. Вырашае супрацоўнік з указаннем прычыны.',
  },
  BY_LEASING_REGISTRATION_FIELD_MISSING: {
    kind: 'FINDING',
    en: 'The registration form lacks: {missing}. Fill in these fields.',
    ru: 'В форме регистрации не заполнено: {missing}. Заполните эти поля.',
    be: 'У форме рэгістрацыі не запоўнена: {missing}. Запоўніце гэтыя палі.',
  },
  BY_LEASING_PHONE_NOT_BELARUSIAN: {
    kind: 'FINDING',
    en: 'The phone must be a mobile number of a Belarusian operator, such as +375 29 123-45-67.',
    ru: 'Телефон должен быть мобильным номером белорусского оператора, например +375 29 123-45-67.',
    be: 'Тэлефон павінен быць мабільным нумарам беларускага аператара, напрыклад +375 29 123-45-67.',
  },
  BY_LEASING_UNP_INVALID: {
    kind: 'FINDING',
    en: 'The УНП must be nine characters with a right check digit. Compare it with the certificate of registration.',
    ru: 'УНП — девять знаков с верной контрольной цифрой. Сверьте его со свидетельством о регистрации.',
    be: 'УНП — дзевяць знакаў з правільнай кантрольнай лічбай. Зверце яго з пасведчаннем аб рэгістрацыі.',
  },
  BY_LEASING_PERSONAL_NUMBER_INVALID: {
    kind: 'FINDING',
    en: 'The identification number must be fourteen characters as in the identity document, such as 3110190A001PB2. Compare them.',
    ru: 'Идентификационный номер — четырнадцать знаков, как в документе, например 3110190A001PB2. Сверьте их.',
    be: 'Ідэнтыфікацыйны нумар — чатырнаццаць знакаў, як у дакуменце, напрыклад 3110190A001PB2. Зверце іх.',
  },
  BY_LEASING_REIDENTIFICATION_REQUIRED: {
    kind: 'FINDING',
    en: 'More than {hours} h have passed since the last identification. Confirm your data through MSI again.',
    ru: 'С последней идентификации прошло более {hours} ч. Подтвердите данные через МСИ ещё раз.',
    be: 'З апошняй ідэнтыфікацыі прайшло больш за {hours} гадз. Пацвердзіце даныя праз МСІ яшчэ раз.',
  },
});
