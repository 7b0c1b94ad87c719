/** Codes of refused operations. */
export const operationTexts = {
  BY_LEASING_OPERATION_REFUSED: {
    kind: 'FINDING',
    en: 'The operation is refused on these grounds: {grounds}. Nothing was changed.',
    ru: 'В проведении операции отказано по основаниям: {grounds}. Ничего не изменено.',
    be: 'У правядзенні аперацыі адмоўлена па падставах: {grounds}. Нічога не зменена.',
  },
  BY_LEASING_EDS_CERT_NOT_AUTHORISED: {
    kind: 'FINDING',
    en: 'The certificate belongs to somebody who may not do this for the client. Sign by an authorised person’s.',
    ru: 'Сертификат принадлежит лицу, не уполномоченному на операцию. Подпишите сертификатом уполномоченного лица.',
    be: 'Сертыфікат належыць асобе, не ўпаўнаважанай на аперацыю. Падпішыце сертыфікатам упаўнаважанай асобы.',
  },
  BY_LEASING_DOCUMENT_INTEGRITY_BROKEN: {
    kind: 'FINDING',
    en: 'The document is not the one that was formed. Form it anew.',
    ru: 'Документ изменён после формирования. Сформируйте его заново.',
    be: 'Дакумент зменены пасля фарміравання. Сфарміруйце яго нанава.',
  },
  BY_LEASING_FOREIGN_RESOURCE: {
    kind: 'FINDING',
    en: 'This does not belong to you. Open what stands in your own cabinet.',
    ru: 'Это принадлежит не вам. Откройте то, что есть в вашем кабинете.',
    be: 'Гэта належыць не вам. Адкрыйце тое, што ёсць у вашым кабінеце.',
  },
} as const;
