import { defineErrors } from '../../../schema/base';

export const fileErrors = defineErrors('documents.files', {
  UPLOAD_PURPOSE_UNKNOWN: {
    kind: 'FINDING',
    en: 'Files of this purpose are not taken. Known purposes: {known}.',
    ru: 'Файлы с таким назначением не принимаются. Известные назначения: {known}.',
    be: 'Файлы з такім прызначэннем не прымаюцца. Вядомыя прызначэнні: {known}.',
  },
  UPLOAD_TYPE_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'Files of this type are not taken here. Send one of: {allowed}.',
    ru: 'Файлы этого типа здесь не принимаются. Отправьте один из: {allowed}.',
    be: 'Файлы гэтага тыпу тут не прымаюцца. Адпраўце адзін з: {allowed}.',
  },
  UPLOAD_TOO_LARGE: {
    kind: 'FINDING',
    en: 'The file is empty or too large: it must have 1 to {max} bytes.',
    ru: 'Файл пуст или слишком велик: допустимо от 1 до {max} байт.',
    be: 'Файл пусты або занадта вялікі: дапушчальна ад 1 да {max} байт.',
  },
  UPLOAD_HASH_MALFORMED: {
    kind: 'FINDING',
    en: 'The hash is not a SHA-256: write it as 64 lower-case hexadecimal digits.',
    ru: 'Хеш не похож на SHA-256: запишите его 64 строчными шестнадцатеричными цифрами.',
    be: 'Хэш не падобны на SHA-256: запішыце яго 64 малымі шаснаццатковымі лічбамі.',
  },
  UPLOAD_NAME_INVALID: {
    kind: 'FINDING',
    en: 'The file name has 1 to 200 characters, without slashes and control characters.',
    ru: 'Имя файла содержит от 1 до 200 символов, без косых черт и управляющих символов.',
    be: 'Імя файла змяшчае ад 1 да 200 сімвалаў, без касых рысак і кіруючых сімвалаў.',
  },
  UPLOAD_SIZE_MISMATCH: {
    kind: 'ERROR',
    en: 'The file has not the {size} bytes that were promised. Ask for an upload with its right size.',
    ru: 'Размер файла не равен обещанным {size} байтам. Запросите загрузку с верным размером.',
    be: 'Памер файла не роўны абяцаным {size} байтам. Запытайце загрузку з правільным памерам.',
  },
  UPLOAD_TYPE_MISMATCH: {
    kind: 'ERROR',
    en: 'The file is not of the promised type {contentType}, by its header or by its content. Ask for an upload with its right type.',
    ru: 'Файл по заголовку или содержимому не относится к обещанному типу {contentType}. Запросите загрузку с верным типом.',
    be: 'Файл паводле загалоўка або змесціва не адносіцца да абяцанага тыпу {contentType}. Запытайце загрузку з правільным тыпам.',
  },
  UPLOAD_HASH_MISMATCH: {
    kind: 'ERROR',
    en: 'The content has another SHA-256 than was promised: it was changed on its way, or it is another file. Send it again.',
    ru: 'SHA-256 содержимого отличается от обещанного: файл изменился в пути или это другой файл. Отправьте его снова.',
    be: 'SHA-256 змесціва адрозніваецца ад абяцанага: файл змяніўся ў дарозе або гэта іншы файл. Адпраўце яго зноў.',
  },
  UPLOAD_ALREADY_DONE: {
    kind: 'ERROR',
    en: 'This file has already arrived. Ask for a new upload to send another one.',
    ru: 'Этот файл уже получен. Чтобы отправить другой, запросите новую загрузку.',
    be: 'Гэты файл ужо атрыманы. Каб адправіць іншы, запытайце новую загрузку.',
  },
  FILE_LINK_INVALID: {
    kind: 'ERROR',
    en: 'This link was not made by this service or was changed. Ask for a new one.',
    ru: 'Эта ссылка создана не этим сервисом или изменена. Запросите новую.',
    be: 'Гэта спасылка створана не гэтым сэрвісам або зменена. Запытайце новую.',
  },
  FILE_LINK_EXPIRED: {
    kind: 'ERROR',
    en: 'This link has expired. Ask for a new one.',
    ru: 'Срок действия ссылки истёк. Запросите новую.',
    be: 'Тэрмін дзеяння спасылкі скончыўся. Запытайце новую.',
  },
  FILE_NOT_FOUND: {
    kind: 'ERROR',
    en: 'The file is not there. Read it again from the graph.',
    ru: 'Файла нет. Прочитайте его в графе заново.',
    be: 'Файла няма. Прачытайце яго ў графе зноў.',
  },
  FILE_METHOD_NOT_ALLOWED: {
    kind: 'ERROR',
    en: 'Use {allowed} here.',
    ru: 'Используйте здесь {allowed}.',
    be: 'Выкарыстоўвайце тут {allowed}.',
  },
  FILE_FAILED: {
    kind: 'ERROR',
    en: 'The file could not be transferred. Nothing was kept; try again.',
    ru: 'Файл не удалось передать. Ничего не сохранено; попробуйте снова.',
    be: 'Файл не ўдалося перадаць. Нічога не захавана; паспрабуйце зноў.',
  },
});
