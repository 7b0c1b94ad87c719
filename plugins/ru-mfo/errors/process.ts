/** Codes of the way from application to decision. */
export const processTexts = {
  RU_MFO_FIELD_REQUIRED: {
    kind: 'FINDING',
    en: 'The field {field} is needed.',
    ru: 'Поле {field} обязательно.',
    be: 'Поле {field} абавязковае.',
  },
  RU_MFO_CHANNEL_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'The lender’s rules do not accept the way {channel} here. Use the personal account or the way that they name.',
    ru: 'По правилам кредитора способ {channel} здесь не принимается. Воспользуйтесь личным кабинетом или способом, указанным в правилах.',
    be: 'Па правілах крэдытора спосаб {channel} тут не прымаецца. Скарыстайцеся асабістым кабінетам або спосабам, указаным у правілах.',
  },
  RU_MFO_IDENTIFICATION_METHOD_MISSING: {
    kind: 'FINDING',
    en: 'Name how the client was identified: {accepted}.',
    ru: 'Укажите, как клиент идентифицирован: {accepted}.',
    be: 'Укажыце, як кліент ідэнтыфікаваны: {accepted}.',
  },
  RU_MFO_SOLVENCY_NOT_ASSESSED: {
    kind: 'FINDING',
    en: 'Assess the client’s solvency before the decision to lend.',
    ru: 'До решения о выдаче займа проведите оценку платёжеспособности клиента.',
    be: 'Да рашэння аб выдачы пазыкі правядзіце ацэнку плацежаздольнасці кліента.',
  },
  RU_MFO_DEMAND_OPEN: {
    kind: 'FINDING',
    en: '{count} of the lender’s demands are open. Close them before the decision to lend.',
    ru: 'Открытых требований кредитора: {count}. Закройте их до решения о выдаче займа.',
    be: 'Адкрытых патрабаванняў крэдытора: {count}. Закрыйце іх да рашэння аб выдачы пазыкі.',
  },
  RU_MFO_DEMAND_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such open demand on this application. Check the id.',
    ru: 'Такого открытого требования по этой заявке нет. Проверьте идентификатор.',
    be: 'Такога адкрытага патрабавання па гэтай заяўцы няма. Праверце ідэнтыфікатар.',
  },
  RU_MFO_DOCUMENT_KIND_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'The document {document} does not answer this demand. Accepted: {accepted}.',
    ru: 'Документ {document} не отвечает на это требование. Принимаются: {accepted}.',
    be: 'Дакумент {document} не адказвае на гэта патрабаванне. Прымаюцца: {accepted}.',
  },
  RU_MFO_SELFIE_MISSING: {
    kind: 'FINDING',
    en: 'A photograph of the passport beside the client’s face is needed, not {document}.',
    ru: 'Нужна фотография паспорта рядом с лицом клиента, а не {document}.',
    be: 'Патрэбна фатаграфія пашпарта побач з тварам кліента, а не {document}.',
  },
  RU_MFO_DECISION_FINAL: {
    kind: 'FINDING',
    en: 'A decision was taken already: {decided}. Only an approval may still turn into a refusal, before the transfer.',
    ru: 'Решение уже принято: {decided}. Изменить можно только одобрение на отказ и только до перечисления денег.',
    be: 'Рашэнне ўжо прынята: {decided}. Змяніць можна толькі адабрэнне на адмову і толькі да пералічэння грошай.',
  },
  RU_MFO_DECISION_BASIS_MISSING: {
    kind: 'FINDING',
    en: 'The decision must rest on recorded sources or grounds; missing: {missing}.',
    ru: 'Решение должно опираться на записанные источники или основания; не хватает: {missing}.',
    be: 'Рашэнне павінна абапірацца на запісаныя крыніцы або падставы; не хапае: {missing}.',
  },
  RU_MFO_INDIVIDUAL_TERMS_MISMATCH: {
    kind: 'FINDING',
    en: 'An approval keeps to the application, {applied}; {decided} is an approval on other terms.',
    ru: 'Одобрение повторяет заявление ({applied}); {decided} — это одобрение на иных условиях.',
    be: 'Адабрэнне паўтарае заяву ({applied}); {decided} — гэта адабрэнне на іншых умовах.',
  },
  RU_MFO_DECISION_KIND_INVALID: {
    kind: 'FINDING',
    en: 'This decision cannot be recorded. Approve as applied for; approve on other terms only where the lender’s rules provide for it and in the sum or the term they differ; or refuse.',
    ru: 'Такое решение записать нельзя. Одобрите заявление как подано; одобрение на иных условиях возможно, только если оно предусмотрено правилами и сумма или срок отличаются; либо откажите.',
    be: 'Такое рашэнне запісаць нельга. Адобрыце заяву як пададзена; адабрэнне на іншых умовах магчымае, толькі калі яно прадугледжана правіламі і сума або тэрмін адрозніваюцца; або адмоўце.',
  },
  RU_MFO_CREDIT_HISTORY_NEGATIVE: {
    kind: 'FINDING',
    en: 'The credit history does not meet the lender’s credit policy.',
    ru: 'Кредитная история не соответствует кредитной политике кредитора.',
    be: 'Крэдытная гісторыя не адпавядае крэдытнай палітыцы крэдытора.',
  },
  RU_MFO_DATA_UNRELIABLE: {
    kind: 'FINDING',
    en: 'The application holds false or erroneous data.',
    ru: 'В заявлении указаны недостоверные или ошибочные данные.',
    be: 'У заяве ўказаны недакладныя або памылковыя даныя.',
  },
  RU_MFO_REFUSAL_TOO_LATE: {
    kind: 'FINDING',
    en: 'The money has been transferred; the loan can no longer be refused or declined.',
    ru: 'Деньги уже перечислены; отказать в займе или отказаться от него нельзя.',
    be: 'Грошы ўжо пералічаны; адмовіць у пазыцы або адмовіцца ад яе нельга.',
  },
  RU_MFO_DECISION_OVERDUE: {
    kind: 'FINDING',
    en: 'The preliminary decision was due by {dueOn}. Decide now.',
    ru: 'Срок предварительного решения истёк {dueOn}. Примите решение.',
    be: 'Тэрмін папярэдняга рашэння скончыўся {dueOn}. Прыміце рашэнне.',
  },
} as const;
