/** Codes of keeping, telling and reporting. */
export const retentionTexts = {
  RU_MFO_RETENTION_VIOLATION: {
    kind: 'FINDING',
    en: 'This must be kept until {until}, included. Delete it afterwards.',
    ru: 'Эти сведения хранятся до {until} включительно. Удалите их позже.',
    be: 'Гэтыя звесткі захоўваюцца да {until} уключна. Выдаліце іх пазней.',
  },
  RU_MFO_EDITION_ORIGINAL_UNKNOWN: {
    kind: 'FINDING',
    en: 'There is no published original of an edition of the rules with this id.',
    ru: 'Опубликованного оригинала редакции Правил с таким идентификатором нет.',
    be: 'Апублікаванага арыгінала рэдакцыі Правілаў з такім ідэнтыфікатарам няма.',
  },
  RU_MFO_ASSIGNMENT_DAY_INVALID: {
    kind: 'FINDING',
    en: 'A claim is assigned on a day after the conclusion of its contract and not in the future. Name that day.',
    ru: 'День уступки не раньше дня заключения договора и не в будущем. Укажите этот день.',
    be: 'Дзень уступкі не раней дня заключэння дагавора і не ў будучыні. Пакажыце гэты дзень.',
  },
  RU_MFO_DISCLOSURE_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'Nothing of a client is told to others without a ground of law. Name act and article.',
    ru: 'Сведения о клиенте не раскрываются без законного основания. Укажите акт и статью.',
    be: 'Звесткі аб кліенце не раскрываюцца без законнай падставы. Пакажыце акт і артыкул.',
  },
  RU_MFO_BUREAU_REPORT_MISSING: {
    kind: 'FINDING',
    en: '{told} credit bureaus have this contract; at least {limit} must. Send the report and book the receipt.',
    ru: 'Сведения о договоре приняли бюро: {told}; нужно не меньше {limit}. Передайте сведения и запишите квитанцию.',
    be: 'Звесткі аб дагаворы прынялі бюро: {told}; трэба не менш за {limit}. Перадайце звесткі і запішыце квітанцыю.',
  },
  RU_MFO_BUREAU_REPORT_RESTRICTED: {
    kind: 'FINDING',
    en: 'Nothing may be told of this person to credit bureaus: {restriction}. Do not send a report.',
    ru: 'Об этом лице сведения в бюро не передаются: {restriction}. Не отправляйте отчёт.',
    be: 'Аб гэтай асобе звесткі ў бюро не перадаюцца: {restriction}. Не адпраўляйце справаздачу.',
  },
  RU_MFO_BUREAU_REPORT_UNKNOWN: {
    kind: 'FINDING',
    en: 'There is no such report to a credit bureau. Take one from the contract’s list.',
    ru: 'Такого отчёта в бюро нет. Возьмите его из списка договора.',
    be: 'Такой справаздачы ў бюро няма. Вазьміце яе са спіса дагавора.',
  },
  RU_MFO_OVERRIDE_BASIS_MISSING: {
    kind: 'FINDING',
    en: 'The override of {clause} from {from} names no law. Add act and article.',
    ru: 'Замена пункта {clause} с {from} не называет закон. Добавьте акт и статью.',
    be: 'Замена пункта {clause} з {from} не называе закон. Дадайце акт і артыкул.',
  },
  RU_MFO_AGREED_TERM_INVALID: {
    kind: 'FINDING',
    en: 'A term of the transfer is agreed in whole working days, at least one, before the terms are signed.',
    ru: 'Срок перечисления согласуется в целых рабочих днях, не меньше одного, до подписания условий.',
    be: 'Тэрмін пералічэння ўзгадняецца ў цэлых рабочых днях, не менш за адзін, да падпісання ўмоў.',
  },
} as const;
