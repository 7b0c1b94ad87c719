import { defineErrors } from '../../schema/base';

export const accessErrors = defineErrors('access', {
  CODE_INVALID: {
    kind: 'FINDING',
    en: 'The code is wrong, or it was sent for something else. Check it, or ask for a new one.',
    ru: 'Код неверен или выслан для другого действия. Проверьте его или запросите новый.',
    be: 'Код няправільны або высланы для іншага дзеяння. Праверце яго або запытайце новы.',
  },
  CODE_EXPIRED: {
    kind: 'FINDING',
    en: 'The time of this code has run out. Ask for a new one.',
    ru: 'Срок действия кода истёк. Запросите новый.',
    be: 'Тэрмін дзеяння кода скончыўся. Запытайце новы.',
  },
  CODE_USED: {
    kind: 'FINDING',
    en: 'This code was already used. Ask for a new one.',
    ru: 'Этот код уже использован. Запросите новый.',
    be: 'Гэты код ужо выкарыстаны. Запытайце новы.',
  },
  CODE_ATTEMPTS_EXHAUSTED: {
    kind: 'FINDING',
    en: 'The code was entered wrongly too often. Ask for a new one.',
    ru: 'Код введён неверно слишком много раз. Запросите новый.',
    be: 'Код уведзены няправільна занадта шмат разоў. Запытайце новы.',
  },
  CODE_THROTTLED: {
    kind: 'FINDING',
    en: 'Codes were asked for too often. Try again in {retryAfterSeconds} s.',
    ru: 'Коды запрашивались слишком часто. Повторите через {retryAfterSeconds} с.',
    be: 'Коды запытваліся занадта часта. Паўтарыце праз {retryAfterSeconds} с.',
  },
  CODE_CHANNEL_INVALID: {
    kind: 'FINDING',
    en: 'The channel {channel} does not go with this contact or purpose. Use SMS or CALL for a phone number, EMAIL for a mailbox.',
    ru: 'Канал {channel} не подходит к этому контакту или цели. Для телефона — SMS или CALL, для почты — EMAIL.',
    be: 'Канал {channel} не падыходзіць да гэтага кантакту або мэты. Для тэлефона — SMS або CALL, для пошты — EMAIL.',
  },
  CODE_OPERATION_UNKNOWN: {
    kind: 'FINDING',
    en: 'There is nothing of yours with this id that a code could confirm. Check `operationId`.',
    ru: 'По этому идентификатору нет ничего вашего, что подтверждается кодом. Проверьте `operationId`.',
    be: 'Па гэтым ідэнтыфікатары няма нічога вашага, што пацвярджаецца кодам. Праверце `operationId`.',
  },
  CONTACT_REQUIRED: {
    kind: 'FINDING',
    en: 'Give either `phone` or `email`.',
    ru: 'Укажите либо `phone`, либо `email`.',
    be: 'Укажыце або `phone`, або `email`.',
  },
  CONTACT_NOT_VERIFIED: {
    kind: 'FINDING',
    en: 'This contact is not confirmed yet. Confirm it by a code first.',
    ru: 'Этот контакт ещё не подтверждён. Сначала подтвердите его кодом.',
    be: 'Гэты кантакт яшчэ не пацверджаны. Спачатку пацвердзіце яго кодам.',
  },
  CLIENT_SESSION_REQUIRED: {
    kind: 'FINDING',
    en: 'Only the client can do this, signed in. Sign in as the client.',
    ru: 'Это может сделать только сам клиент после входа. Войдите как клиент.',
    be: 'Гэта можа зрабіць толькі сам кліент пасля ўваходу. Увайдзіце як кліент.',
  },
  ACCOUNT_BLOCKED: {
    kind: 'FINDING',
    en: 'The lender has blocked this account. Turn to the lender.',
    ru: 'Кредитор заблокировал эту учётную запись. Обратитесь к кредитору.',
    be: 'Крэдытор заблакаваў гэты ўліковы запіс. Звярніцеся да крэдытора.',
  },
  ACCOUNT_LOCKED: {
    kind: 'FINDING',
    en: 'Too many wrong passwords. Try again in {retryAfterSeconds} s, or sign in by code.',
    ru: 'Слишком много неверных паролей. Повторите через {retryAfterSeconds} с или войдите по коду.',
    be: 'Занадта шмат няправільных пароляў. Паўтарыце праз {retryAfterSeconds} с або ўвайдзіце па кодзе.',
  },
  CREDENTIALS_INVALID: {
    kind: 'FINDING',
    en: 'Login or password is wrong. Check both, or sign in by code.',
    ru: 'Логин или пароль неверен. Проверьте их или войдите по коду.',
    be: 'Лагін або пароль няправільны. Праверце іх або ўвайдзіце па кодзе.',
  },
  PASSWORD_WEAK: {
    kind: 'FINDING',
    en: 'A password has 8 to 128 characters, at least four of them different. Choose another.',
    ru: 'Пароль — от 8 до 128 знаков, не менее четырёх разных. Выберите другой.',
    be: 'Пароль — ад 8 да 128 знакаў, не менш за чатыры розныя. Выберыце іншы.',
  },
  PASSWORD_REMOVED: {
    kind: 'FINDING',
    en: 'The contact was proved for the first time now; a password set before it was removed. Set a new one.',
    ru: 'Контакт подтверждён впервые; заданный до этого пароль удалён. Задайте новый.',
    be: 'Кантакт пацверджаны ўпершыню; зададзены да гэтага пароль выдалены. Задайце новы.',
  },
  REFRESH_TOKEN_INVALID: {
    kind: 'FINDING',
    en: 'This is no refresh token of this lender. Sign in again.',
    ru: 'Это не токен обновления этого кредитора. Войдите заново.',
    be: 'Гэта не токен абнаўлення гэтага крэдытора. Увайдзіце нанова.',
  },
  REFRESH_TOKEN_REUSED: {
    kind: 'FINDING',
    en: 'This refresh token was already used, so the session was ended for safety. Sign in again.',
    ru: 'Этот токен обновления уже использован, поэтому сессия завершена. Войдите заново.',
    be: 'Гэты токен абнаўлення ўжо выкарыстаны, таму сесія завершана. Увайдзіце нанова.',
  },
  SESSION_ENDED: {
    kind: 'FINDING',
    en: 'The session has ended. Sign in again.',
    ru: 'Сессия завершена. Войдите заново.',
    be: 'Сесія завершана. Увайдзіце нанова.',
  },
  PASSWORDS_BUSY: {
    kind: 'ERROR',
    en: 'Too many passwords are being checked just now. Repeat the request in a second, or sign in by code.',
    ru: 'Сейчас проверяется слишком много паролей. Повторите запрос через секунду или войдите по коду.',
    be: 'Зараз правяраецца занадта шмат пароляў. Паўтарыце запыт праз секунду або ўвайдзіце па кодзе.',
  },
});
