import { defineErrors } from '../../schema/base';

export const clientErrors = defineErrors('clients', {
  CLIENT_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such client, or it is not you. Check the id.',
    ru: 'Такого клиента нет или это не вы. Проверьте идентификатор.',
    be: 'Такога кліента няма або гэта не вы. Праверце ідэнтыфікатар.',
  },
  CLIENT_STATUS_INVALID: {
    kind: 'FINDING',
    en: 'The client is {status} and cannot become {to}.',
    ru: 'Клиент в состоянии {status} и не может перейти в {to}.',
    be: 'Кліент у стане {status} і не можа перайсці ў {to}.',
  },
  PHONE_INVALID: {
    kind: 'FINDING',
    en: 'This is no phone number in use. Write it with + and the country code, such as +33612345678.',
    ru: 'Такого номера телефона не бывает. Укажите его с + и кодом страны, например +33612345678.',
    be: 'Такога нумара тэлефона не бывае. Укажыце яго з + і кодам краіны, напрыклад +33612345678.',
  },
  EMAIL_INVALID: {
    kind: 'FINDING',
    en: 'This is no e-mail address. Write it as name@example.org.',
    ru: 'Это не адрес электронной почты. Укажите его в виде name@example.org.',
    be: 'Гэта не адрас электроннай пошты. Укажыце яго ў выглядзе name@example.org.',
  },
  PHONE_TAKEN: {
    kind: 'FINDING',
    en: 'This phone number already belongs to a client. Sign in with it, or use another.',
    ru: 'Этот номер телефона уже принадлежит клиенту. Войдите с ним или укажите другой.',
    be: 'Гэты нумар тэлефона ўжо належыць кліенту. Увайдзіце з ім або ўкажыце іншы.',
  },
  EMAIL_TAKEN: {
    kind: 'FINDING',
    en: 'This e-mail address already belongs to a client. Sign in with it, or use another.',
    ru: 'Этот адрес электронной почты уже принадлежит клиенту. Войдите с ним или укажите другой.',
    be: 'Гэты адрас электроннай пошты ўжо належыць кліенту. Увайдзіце з ім або ўкажыце іншы.',
  },
  NAME_INVALID: {
    kind: 'FINDING',
    en: 'A name has 1 to 100 letters, with spaces, hyphens and apostrophes between them.',
    ru: 'Имя состоит из 1–100 букв; между ними допустимы пробел, дефис и апостроф.',
    be: 'Імя складаецца з 1–100 літар; паміж імі дапушчальныя прабел, злучок і апостраф.',
  },
  BIRTH_DATE_INVALID: {
    kind: 'FINDING',
    en: 'Write the date of birth as YYYY-MM-DD; it lies after 1900 and not in the future.',
    ru: 'Укажите дату рождения в виде ГГГГ-ММ-ДД: не раньше 1900 года и не в будущем.',
    be: 'Укажыце дату нараджэння ў выглядзе ГГГГ-ММ-ДД: не раней за 1900 год і не ў будучыні.',
  },
  COUNTRY_INVALID: {
    kind: 'FINDING',
    en: 'Write the country by its two capital letters of ISO 3166-1, such as FR.',
    ru: 'Укажите страну двумя прописными буквами ISO 3166-1, например FR.',
    be: 'Укажыце краіну дзвюма вялікімі літарамі ISO 3166-1, напрыклад FR.',
  },
  LEGAL_NAME_INVALID: {
    kind: 'FINDING',
    en: 'The legal name has 1 to 300 characters on one line.',
    ru: 'Наименование — от 1 до 300 знаков в одной строке.',
    be: 'Найменне — ад 1 да 300 знакаў у адным радку.',
  },
  TAX_NUMBER_INVALID: {
    kind: 'FINDING',
    en: 'The tax number has 1 to 32 letters, digits, hyphens or slashes.',
    ru: 'Налоговый номер — от 1 до 32 букв, цифр, дефисов или косых черт.',
    be: 'Падатковы нумар — ад 1 да 32 літар, лічбаў, злучкоў або касых рысаў.',
  },
  POSTCODE_INVALID: {
    kind: 'FINDING',
    en: 'The postcode has 1 to 32 letters, digits, spaces or hyphens.',
    ru: 'Почтовый индекс — от 1 до 32 букв, цифр, пробелов или дефисов.',
    be: 'Паштовы індэкс — ад 1 да 32 літар, лічбаў, прабелаў або злучкоў.',
  },
  ADDRESS_INVALID: {
    kind: 'FINDING',
    en: 'The address has 1 to 500 characters on one line.',
    ru: 'Адрес — от 1 до 500 знаков в одной строке.',
    be: 'Адрас — ад 1 да 500 знакаў у адным радку.',
  },
  ADDRESSES_TOO_MANY: {
    kind: 'FINDING',
    en: 'At most {max} addresses are kept: leave some out.',
    ru: 'Хранится не более {max} адресов: уберите лишние.',
    be: 'Захоўваецца не больш за {max} адрасоў: прыбярыце лішнія.',
  },
});
