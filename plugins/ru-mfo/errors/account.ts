/** Codes of the life of an account: data that must hold, demands, identity by phone, deletion and restoration. */
export const accountTexts = {
  RU_MFO_DATA_NOT_CONFIRMED: {
    kind: 'FINDING',
    en: 'Confirm for this application that your data hold, or change them first: `ruMfoConfirmData`.',
    ru: 'Подтвердите для этой заявки актуальность данных или сначала измените их: `ruMfoConfirmData`.',
    be: 'Пацвердзіце для гэтай заяўкі актуальнасць даных або спачатку змяніце іх: `ruMfoConfirmData`.',
  },
  RU_MFO_APPLICATIONS_BLOCKED: {
    kind: 'FINDING',
    en: 'Applications are blocked: the lender’s demands for data are overdue ({count}). Answer them first.',
    ru: 'Подача заявок заблокирована: просрочены требования о предоставлении сведений ({count}). Сначала ответьте на них.',
    be: 'Падача заявак заблакіравана: пратэрмінаваны патрабаванні аб прадстаўленні звестак ({count}). Спачатку адкажыце на іх.',
  },
  RU_MFO_DATA_REQUEST_NOT_FOUND: {
    kind: 'FINDING',
    en: 'This client has no such open demand for data. Check the id.',
    ru: 'У этого клиента нет такого открытого требования. Проверьте идентификатор.',
    be: 'У гэтага кліента няма такога адкрытага патрабавання. Праверце ідэнтыфікатар.',
  },
  RU_MFO_DATA_REQUEST_SUBJECT: {
    kind: 'FINDING',
    en: 'Data may be demanded on {accepted} only.',
    ru: 'Сведения можно требовать только о лицах: {accepted}.',
    be: 'Звесткі можна патрабаваць толькі пра асоб: {accepted}.',
  },
  RU_MFO_NOT_IN_SERVICE: {
    kind: 'FINDING',
    en: 'Such a demand is made only to clients in service. Open a verification instead.',
    ru: 'Такое требование направляется только клиентам на обслуживании. Откройте проверку сведений.',
    be: 'Такое патрабаванне накіроўваецца толькі кліентам на абслугоўванні. Адкрыйце праверку звестак.',
  },
  RU_MFO_CLIENT_DATA_REQUEST_OVERDUE: {
    kind: 'FINDING',
    en: 'The answer was due by {dueOn}. It is recorded as late.',
    ru: 'Ответ требовался до {dueOn}. Он записан как просроченный.',
    be: 'Адказ патрабаваўся да {dueOn}. Ён запісаны як пратэрмінаваны.',
  },
  RU_MFO_IDENTITY_CHECK_FAILED: {
    kind: 'FINDING',
    en: 'The document named is not the one on file. Tell the caller nothing about the account.',
    ru: 'Названный документ не совпадает с указанным при регистрации. Не сообщайте сведения о счёте.',
    be: 'Названы дакумент не супадае з указаным пры рэгістрацыі. Не паведамляйце звесткі пра рахунак.',
  },
  RU_MFO_ACCOUNT_REQUEST_CHANNEL: {
    kind: 'FINDING',
    en: 'Such a request comes by {accepted} from the registered address of the account.',
    ru: 'Такой запрос принимается через {accepted} с зарегистрированного адреса учётной записи.',
    be: 'Такі запыт прымаецца праз {accepted} з зарэгістраванага адраса ўліковага запісу.',
  },
  RU_MFO_ACCOUNT_REQUEST_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such request in the state that this needs. Check the id and what was done before.',
    ru: 'Запроса в нужном состоянии нет. Проверьте идентификатор и предыдущие действия.',
    be: 'Запыту ў патрэбным стане няма. Праверце ідэнтыфікатар і папярэднія дзеянні.',
  },
  RU_MFO_ACCOUNT_REQUEST_OPEN: {
    kind: 'FINDING',
    en: 'A request on this account is open already. Finish it first.',
    ru: 'По этой учётной записи уже есть открытый запрос. Сначала завершите его.',
    be: 'Па гэтым уліковым запісе ўжо ёсць адкрыты запыт. Спачатку завяршыце яго.',
  },
  RU_MFO_ACCOUNT_STATE_INVALID: {
    kind: 'FINDING',
    en: 'The account is {state}: nothing to do here.',
    ru: 'Учётная запись в состоянии {state}: действие не требуется.',
    be: 'Уліковы запіс у стане {state}: дзеянне не патрабуецца.',
  },
  RU_MFO_RESTORE_DOCUMENTS_MISSING: {
    kind: 'FINDING',
    en: 'With the statement come photographs: {missing} missing.',
    ru: 'К заявлению прилагаются фотографии; не хватает: {missing}.',
    be: 'Да заявы прыкладаюцца фатаграфіі; не хапае: {missing}.',
  },
  RU_MFO_ACCOUNT_DELETION_OVERDUE: {
    kind: 'FINDING',
    en: 'The account was to be deleted by {dueOn}. Delete it now.',
    ru: 'Учётную запись следовало удалить до {dueOn}. Удалите её сейчас.',
    be: 'Уліковы запіс трэба было выдаліць да {dueOn}. Выдаліце яго зараз.',
  },
  RU_MFO_ACCOUNT_RESTORE_OVERDUE: {
    kind: 'FINDING',
    en: 'The account was to be restored by {dueOn}. Restore it now.',
    ru: 'Учётную запись следовало восстановить до {dueOn}. Восстановите её сейчас.',
    be: 'Уліковы запіс трэба было аднавіць да {dueOn}. Аднавіце яго зараз.',
  },
} as const;
