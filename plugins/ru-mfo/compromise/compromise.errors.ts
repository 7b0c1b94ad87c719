/** Codes of entering an account that is protected or locked. */
export const compromiseTexts = {
  RU_MFO_ACCOUNT_LOCKED: {
    kind: 'FINDING',
    en: 'The account is locked after a report that others know its sign-in data. Carry out the lender’s instructions, or call the lender.',
    ru: 'Личный кабинет закрыт: поступило сообщение о компрометации данных для входа. Выполните указания кредитора или позвоните ему.',
    be: 'Асабісты кабінет закрыты: паступіла паведамленне аб кампраметацыі даных для ўваходу. Выканайце ўказанні крэдытора або патэлефануйце яму.',
  },
  RU_MFO_ACCOUNT_LOCKED_ALREADY: {
    kind: 'FINDING',
    en: 'The account was locked before; its instructions stand. Record what was carried out of them.',
    ru: 'Личный кабинет уже закрыт; прежние указания остаются. Отметьте, что из них выполнено.',
    be: 'Асабісты кабінет ужо закрыты; ранейшыя ўказанні застаюцца. Адзначце, што з іх выканана.',
  },
  RU_MFO_INSTRUCTION_NOT_GIVEN: {
    kind: 'FINDING',
    en: 'The instruction {instruction} was not given to this client. Read the lock of the account anew.',
    ru: 'Указание {instruction} этому клиенту не давалось. Прочитайте указания заново.',
    be: 'Указанне {instruction} гэтаму кліенту не давалася. Прачытайце ўказанні нанова.',
  },
  RU_MFO_INSECURE_CHANNEL: {
    kind: 'FINDING',
    en: 'The personal account is entered over a protected connection only. Use its address that begins with https://.',
    ru: 'Личный кабинет доступен только по защищённому соединению. Откройте его адрес, начинающийся с https://.',
    be: 'Асабісты кабінет даступны толькі па абароненым злучэнні. Адкрыйце яго адрас, які пачынаецца з https://.',
  },
} as const;
