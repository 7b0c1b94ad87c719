import { defineErrors } from '../../schema/base';

export const documentErrors = defineErrors('gateway', {
  // The code that client libraries of persisted queries wait for before they send the text.
  PERSISTED_QUERY_NOT_FOUND: {
    kind: 'ERROR',
    en: 'No document is known here by this id: send its text together with the id, or have it listed.',
    ru: 'Документ с таким идентификатором здесь неизвестен: передайте его текст вместе с идентификатором или внесите его в список.',
    be: 'Дакумент з такім ідэнтыфікатарам тут невядомы: перадайце яго тэкст разам з ідэнтыфікатарам або ўнясіце яго ў спіс.',
  },
  PERSISTED_DOCUMENT_REQUIRED: {
    kind: 'ERROR',
    en: 'Callers such as you ({kind}) may only send documents that are listed here: have this one listed.',
    ru: 'Такие вызывающие, как вы ({kind}), могут передавать только документы из списка: внесите этот документ в список.',
    be: 'Такія выклікальнікі, як вы ({kind}), могуць перадаваць толькі дакументы са спіса: унясіце гэты дакумент у спіс.',
  },
  DOCUMENT_ID_INVALID: {
    kind: 'ERROR',
    en: 'A document id is "sha256:" and the 64 lower-case hexadecimal digits of the text’s SHA-256.',
    ru: 'Идентификатор документа — «sha256:» и 64 шестнадцатеричные цифры SHA-256 его текста строчными буквами.',
    be: 'Ідэнтыфікатар дакумента — «sha256:» і 64 шаснаццатковыя лічбы SHA-256 яго тэксту малымі літарамі.',
  },
  DOCUMENT_ID_MISMATCH: {
    kind: 'ERROR',
    en: 'The text that you sent is not the one of its id: compute the SHA-256 of exactly this text.',
    ru: 'Переданный текст не соответствует идентификатору: вычислите SHA-256 именно этого текста.',
    be: 'Перададзены тэкст не адпавядае ідэнтыфікатару: вылічыце SHA-256 менавіта гэтага тэксту.',
  },
});
