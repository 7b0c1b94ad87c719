import { defineErrors } from '../../schema/base';

export const limitErrors = defineErrors('gateway', {
  QUERY_TOO_LONG: {
    kind: 'ERROR',
    en: 'The document has more than {limit} tokens: split it.',
    ru: 'В документе больше {limit} лексем: разделите его.',
    be: 'У дакуменце больш за {limit} лексем: падзяліце яго.',
  },
  QUERY_TOO_REPETITIVE: {
    kind: 'ERROR',
    en: 'The document has {found} repeated fields and spreads of fragments, at most {limit} are allowed: ask for each field once, or split it.',
    ru: 'В документе повторных полей и подстановок фрагментов: {found}, допускается не больше {limit}: запрашивайте каждое поле один раз или разделите его.',
    be: 'У дакуменце паўторных палёў і падстановак фрагментаў: {found}, дапускаецца не больш за {limit}: запытвайце кожнае поле адзін раз або падзяліце яго.',
  },
  VARIABLES_TOO_MANY: {
    kind: 'ERROR',
    en: 'The variables hold {found} values or more, at most {limit} are allowed: send several requests.',
    ru: 'В переменных значений: {found} или больше, допускается не больше {limit}: отправьте несколько запросов.',
    be: 'У зменных значэнняў: {found} або больш, дапускаецца не больш за {limit}: адпраўце некалькі запытаў.',
  },
  QUERY_TOO_DEEP: {
    kind: 'ERROR',
    en: 'The operation is {found} fields deep, at most {limit} are allowed: ask in several steps.',
    ru: 'Глубина операции {found}, допускается не больше {limit}: запрашивайте в несколько шагов.',
    be: 'Глыбіня аперацыі {found}, дапускаецца не больш за {limit}: запытвайце ў некалькі крокаў.',
  },
  QUERY_TOO_MANY_ALIASES: {
    kind: 'ERROR',
    en: 'The operation has {found} aliases, at most {limit} are allowed: send several operations.',
    ru: 'В операции псевдонимов: {found}, допускается не больше {limit}: отправьте несколько операций.',
    be: 'У аперацыі псеўданімаў: {found}, дапускаецца не больш за {limit}: адпраўце некалькі аперацый.',
  },
  QUERY_TOO_MANY_ROOT_FIELDS: {
    kind: 'ERROR',
    en: 'The operation has {found} root fields, at most {limit} are allowed: send several operations.',
    ru: 'В операции корневых полей: {found}, допускается не больше {limit}: отправьте несколько операций.',
    be: 'У аперацыі каранёвых палёў: {found}, дапускаецца не больш за {limit}: адпраўце некалькі аперацый.',
  },
  QUERY_TOO_COSTLY: {
    kind: 'ERROR',
    en: 'The operation costs {found}, at most {limit} is allowed: lower `first`, or leave fields out.',
    ru: 'Стоимость операции {found}, допускается не больше {limit}: уменьшите `first` или уберите поля.',
    be: 'Кошт аперацыі {found}, дапускаецца не больш за {limit}: паменшыце `first` або прыбярыце палі.',
  },
  REQUEST_TOO_LARGE: {
    kind: 'ERROR',
    en: 'The body of the request is over {limit} bytes: send files through requestUpload, and long documents in parts.',
    ru: 'Тело запроса больше {limit} байт: файлы передавайте через requestUpload, а длинные документы — по частям.',
    be: 'Цела запыту больш за {limit} байт: файлы перадавайце праз requestUpload, а доўгія дакументы — часткамі.',
  },
  STREAMS_TOO_MANY: {
    kind: 'ERROR',
    en: 'This connection already has {limit} live streams: end one, or open another connection.',
    ru: 'На этом соединении уже {limit} потоков: завершите один или откройте другое соединение.',
    be: 'На гэтым злучэнні ўжо {limit} патокаў: завяршыце адзін або адкрыйце іншае злучэнне.',
  },
});
