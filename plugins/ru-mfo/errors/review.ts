/** Codes of the check of an application and of the assessment of solvency. */
export const reviewTexts = {
  RU_MFO_BORROWER_TYPE_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'This lender makes contracts with {allowed} only, not with {type}.',
    ru: 'Этот кредитор заключает договоры только с {allowed}, а не с {type}.',
    be: 'Гэты крэдытор заключае дагаворы толькі з {allowed}, а не з {type}.',
  },
  RU_MFO_WARNING_UNKNOWN: {
    kind: 'FINDING',
    en: 'There is no such warning: {warning}. Acknowledge FALSE_DATA_RISK and CRIMINAL_LIABILITY.',
    ru: 'Такого предупреждения нет: {warning}. Подтвердите FALSE_DATA_RISK и CRIMINAL_LIABILITY.',
    be: 'Такога папярэджання няма: {warning}. Пацвердзіце FALSE_DATA_RISK і CRIMINAL_LIABILITY.',
  },
  RU_MFO_EDITION_NOT_PRESENTED: {
    kind: 'FINDING',
    en: 'Show the edition of the rules that is in force before the first step; missing: {missing}.',
    ru: 'До первого шага покажите действующую редакцию правил; не хватает: {missing}.',
    be: 'Да першага кроку пакажыце дзейную рэдакцыю правіл; не хапае: {missing}.',
  },
  RU_MFO_CHECK_MISSING: {
    kind: 'FINDING',
    en: 'Finish the check of the client’s data and documents before the decision.',
    ru: 'До решения завершите проверку сведений и документов клиента.',
    be: 'Да рашэння завяршыце праверку звестак і дакументаў кліента.',
  },
  RU_MFO_CONTACT_IN_FUTURE: {
    kind: 'FINDING',
    en: 'A contact is recorded after it was held. Correct its moment.',
    ru: 'Контакт записывается после того, как он состоялся. Исправьте время.',
    be: 'Кантакт запісваецца пасля таго, як ён адбыўся. Выпраўце час.',
  },
  RU_MFO_DATA_NAME_INVALID: {
    kind: 'FINDING',
    en: 'Name the data by a code in capitals, such as PASSPORT or EMPLOYER, and not in words.',
    ru: 'Назовите сведения кодом из прописных букв, например PASSPORT или EMPLOYER, а не словами.',
    be: 'Назавіце звесткі кодам з вялікіх літар, напрыклад PASSPORT або EMPLOYER, а не словамі.',
  },
  RU_MFO_INCOME_REQUIRED: {
    kind: 'FINDING',
    en: 'The client has no permanent source of income, so the loan cannot be approved.',
    ru: 'У клиента нет постоянного источника дохода, одобрить заём нельзя.',
    be: 'У кліента няма пастаяннай крыніцы даходу, адобрыць пазыку нельга.',
  },
  RU_MFO_OUTSTANDING_DEBT: {
    kind: 'FINDING',
    en: 'The client has unpaid debt to this lender under {contracts} earlier contracts. It is repaid first.',
    ru: 'У клиента есть непогашенная задолженность перед кредитором по договорам: {contracts}. Сначала она погашается.',
    be: 'У кліента ёсць непагашаная запазычанасць перад крэдыторам па дагаворах: {contracts}. Спачатку яна пагашаецца.',
  },
  RU_MFO_ACTIVE_CONTRACT_EXISTS: {
    kind: 'FINDING',
    en: 'The client has a loan of this lender whose day has not come yet ({contracts}). It is repaid first.',
    ru: 'У клиента есть заём этого кредитора, срок которого не наступил ({contracts}). Сначала он возвращается.',
    be: 'У кліента ёсць пазыка гэтага крэдытора, тэрмін якой не наступіў ({contracts}). Спачатку яна вяртаецца.',
  },
  RU_MFO_CARD_EXPIRES_BEFORE_TERM: {
    kind: 'FINDING',
    en: 'The card is good until {expiresOn}, and the loan would be repaid on {repaidOn}. Choose a shorter term or another card.',
    ru: 'Карта действует до {expiresOn}, а заём возвращается {repaidOn}. Выберите меньший срок или другую карту.',
    be: 'Картка дзейнічае да {expiresOn}, а пазыка вяртаецца {repaidOn}. Выберыце меншы тэрмін або іншую картку.',
  },
  RU_MFO_CONTRACT_PREVAILS: {
    kind: 'FINDING',
    en: 'The contract says {agreed} % a day and goes before the rules; {applied} % may not be applied.',
    ru: 'В договоре указано {agreed} % в день, и он имеет преимущество перед правилами; применить {applied} % нельзя.',
    be: 'У дагаворы ўказана {agreed} % у дзень, і ён мае перавагу над правіламі; прымяніць {applied} % нельга.',
  },
  RU_MFO_SOLVENCY_SOURCE_MISSING: {
    kind: 'FINDING',
    en: 'Name the sources that the assessment rests on: {allowed}.',
    ru: 'Назовите источники, на которых основана оценка: {allowed}.',
    be: 'Назавіце крыніцы, на якіх заснавана ацэнка: {allowed}.',
  },
  RU_MFO_SOLVENCY_CRITERION_MISSING: {
    kind: 'FINDING',
    en: 'The assessment of solvency is not complete; missing: {missing}.',
    ru: 'Оценка платёжеспособности не закончена; не хватает: {missing}.',
    be: 'Ацэнка плацежаздольнасці не скончана; не хапае: {missing}.',
  },
  RU_MFO_SCORING_MISSING: {
    kind: 'FINDING',
    en: 'Every application is scored. State the income and the risk of losing it, and ask the credit bureaus first.',
    ru: 'Скоринг проводится по каждой заявке. Укажите доход и риск его потери и сначала запросите бюро кредитных историй.',
    be: 'Скорынг праводзіцца па кожнай заяўцы. Укажыце даход і рызыку яго страты і спачатку запытайце бюро крэдытных гісторый.',
  },
} as const;
