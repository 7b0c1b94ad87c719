/** Codes of how clients leave, and of what outlives them. */
export const departureTexts = {
  BY_LEASING_ACCESS_TERMINATED: {
    kind: 'FINDING',
    en: 'The agreement has ended, and with it the access. Turn to the lender.',
    ru: 'Соглашение прекращено, доступ закрыт. Обратитесь в компанию.',
    be: 'Пагадненне спынена, доступ закрыты. Звярніцеся ў кампанію.',
  },
  BY_LEASING_ACCOUNT_DELETED: {
    kind: 'FINDING',
    en: 'The cabinet was deleted for good. Register a new one.',
    ru: 'Кабинет удалён безвозвратно. Зарегистрируйте новый.',
    be: 'Кабінет выдалены беззваротна. Зарэгіструйце новы.',
  },
  BY_LEASING_DELETION_CHANNEL_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'A cabinet is deleted on a request by the support form, by e-mail or in writing.',
    ru: 'Кабинет удаляется по обращению через форму поддержки, по почте или письменно.',
    be: 'Кабінет выдаляецца па звароце праз форму падтрымкі, па пошце або пісьмова.',
  },
  BY_LEASING_DELETION_REQUEST_INCOMPLETE: {
    kind: 'FINDING',
    en: 'The request lacks: {missing}. Ask for a complete one.',
    ru: 'В обращении не хватает: {missing}. Запросите полное.',
    be: 'У звароце не хапае: {missing}. Запытайце поўны.',
  },
  BY_LEASING_DELETION_REQUEST_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no open request for deletion. Record one first.',
    ru: 'Открытого обращения на удаление нет. Сначала запишите его.',
    be: 'Адкрытага звароту на выдаленне няма. Спачатку запішыце яго.',
  },
  BY_LEASING_WITHDRAWAL_GROUND_MISSING: {
    kind: 'FINDING',
    en: 'The ground of the withdrawal is missing: {needed}. Record it first.',
    ru: 'Нет основания для отказа от соглашения: {needed}. Сначала запишите его.',
    be: 'Няма падставы для адмовы ад пагаднення: {needed}. Спачатку запішыце яе.',
  },
  BY_LEASING_MUTUAL_CONSENT_MISSING: {
    kind: 'FINDING',
    en: 'The client has not agreed to end the agreement. Wait for its consent, or withdraw on a ground.',
    ru: 'Клиент не дал согласия на прекращение соглашения. Дождитесь согласия или откажитесь по основанию.',
    be: 'Кліент не даў згоды на спыненне пагаднення. Дачакайцеся згоды або адмоўцеся па падставе.',
  },
  BY_LEASING_OBLIGATIONS_REMAIN: {
    kind: 'FINDING',
    en: 'Contracts not yet performed: {contracts}. They go on unchanged.',
    ru: 'Неисполненных договоров: {contracts}. Они продолжают действовать без изменений.',
    be: 'Нявыкананых дамоў: {contracts}. Яны працягваюць дзейнічаць без змен.',
  },
  BY_LEASING_CONTRACT_DATA_KEPT: {
    kind: 'FINDING',
    en: 'Data given for contracts stay with them; only the cabinet goes.',
    ru: 'Данные, переданные для договоров, остаются; удаляется только кабинет.',
    be: 'Даныя, перададзеныя для дамоў, застаюцца; выдаляецца толькі кабінет.',
  },
} as const;
