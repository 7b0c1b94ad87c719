/** Codes of what a client proves itself by. */
export const factorTexts = {
  BY_LEASING_SMS_PASSWORD_INVALID: {
    kind: 'FINDING',
    en: 'This is not the password of the message sent to this number. Enter that one, or ask for another.',
    ru: 'Это не пароль из сообщения, отправленного на этот номер. Введите его или запросите новый.',
    be: 'Гэта не пароль з паведамлення, дасланага на гэты нумар. Увядзіце яго або запытайце новы.',
  },
  BY_LEASING_OTP_INVALID: {
    kind: 'FINDING',
    en: 'This code was not sent for this operation, or was used before. Ask for a code for it.',
    ru: 'Этот код отправлен не для этой операции или уже использован. Запросите код для неё.',
    be: 'Гэты код дасланы не для гэтай аперацыі або ўжо скарыстаны. Запытайце код для яе.',
  },
  BY_LEASING_IDENTIFICATION_REQUIRED: {
    kind: 'FINDING',
    en: 'Confirm who you are through MSI, or at an office, then try again.',
    ru: 'Подтвердите личность через МСИ или в офисе и повторите.',
    be: 'Пацвердзіце асобу праз МСІ або ў офісе і паўтарыце.',
  },
  BY_LEASING_AUTH_FACTOR_FAILED: {
    kind: 'FINDING',
    en: 'The check failed: {factor}. Enter it anew.',
    ru: 'Проверка не пройдена: {factor}. Введите заново.',
    be: 'Праверка не пройдзена: {factor}. Увядзіце нанава.',
  },
  BY_LEASING_MFA_INSUFFICIENT: {
    kind: 'FINDING',
    en: 'One factor of knowledge and one of possession are needed: the code word and the code of the message.',
    ru: 'Нужны фактор знания и фактор владения: кодовое слово и код из сообщения.',
    be: 'Патрэбны фактар ведання і фактар валодання: кодавае слова і код з паведамлення.',
  },
  BY_LEASING_STEP_UP_REQUIRED: {
    kind: 'FINDING',
    en: 'Confirm this very operation: each one is confirmed by itself.',
    ru: 'Подтвердите именно эту операцию: каждая подтверждается отдельно.',
    be: 'Пацвердзіце менавіта гэту аперацыю: кожная пацвярджаецца асобна.',
  },
  BY_LEASING_CODE_WORD_NOT_CYRILLIC: {
    kind: 'FINDING',
    en: 'The code word consists of 4 to 50 Cyrillic letters. Choose another.',
    ru: 'Кодовое слово состоит из 4–50 букв кириллицы. Выберите другое.',
    be: 'Кодавае слова складаецца з 4–50 літар кірыліцы. Выберыце іншае.',
  },
  BY_LEASING_CODE_WORD_REQUIRED: {
    kind: 'FINDING',
    en: 'A code word is needed: make one after the identification, and enter it here.',
    ru: 'Нужно кодовое слово: создайте его после идентификации и введите.',
    be: 'Патрэбна кодавае слова: стварыце яго пасля ідэнтыфікацыі і ўвядзіце.',
  },
  BY_LEASING_SIGNING_PATH_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'This way is not open to this client. Use: {path}.',
    ru: 'Этот способ недоступен клиенту. Используйте: {path}.',
    be: 'Гэты спосаб недаступны кліенту. Скарыстайце: {path}.',
  },
  BY_LEASING_TOO_MANY_ATTEMPTS: {
    kind: 'FINDING',
    en: 'Too many wrong entries. Wait {retryAfterSeconds} s and try again.',
    ru: 'Слишком много неверных попыток. Подождите {retryAfterSeconds} с и повторите.',
    be: 'Занадта шмат няправільных спроб. Пачакайце {retryAfterSeconds} с і паўтарыце.',
  },
} as const;
