import { defineErrors } from '../../schema/base';

export const identityErrors = defineErrors('gateway', {
  TOKEN_INVALID: {
    kind: 'ERROR',
    en: 'The token is not one that this gateway accepts: sign in again, and send it as "Authorization: Bearer …".',
    ru: 'Шлюз не принимает этот токен: войдите заново и передайте его как «Authorization: Bearer …».',
    be: 'Шлюз не прымае гэты токен: увайдзіце зноў і перадайце яго як «Authorization: Bearer …».',
  },
  TOKEN_EXPIRED: {
    kind: 'ERROR',
    en: 'The token has expired: sign in again or refresh it.',
    ru: 'Срок действия токена истёк: войдите заново или обновите его.',
    be: 'Тэрмін дзеяння токена скончыўся: увайдзіце зноў або абнавіце яго.',
  },
  TOKEN_REVOKED: {
    kind: 'ERROR',
    en: 'This token is no longer accepted, because its session has ended or its access was revoked: sign in again, or turn to the lender.',
    ru: 'Токен больше не принимается: его сессия завершена или доступ отозван. Войдите заново или обратитесь к кредитору.',
    be: 'Токен больш не прымаецца: яго сесія завершана або доступ адкліканы. Увайдзіце зноў або звярніцеся да крэдытора.',
  },
  LENDER_UNKNOWN: {
    kind: 'ERROR',
    en: 'There is no lender of that code: take one from the query "lenders".',
    ru: 'Кредитора с таким кодом нет: возьмите код из запроса «lenders».',
    be: 'Крэдытора з такім кодам няма: вазьміце код з запыту «lenders».',
  },
  LENDER_NOT_ALLOWED: {
    kind: 'ERROR',
    en: 'The token is not good for that lender: name one that it is good for, or sign in there.',
    ru: 'Токен не действует у этого кредитора: назовите того, у кого он действует, или войдите там.',
    be: 'Токен не дзейнічае ў гэтага крэдытора: назавіце таго, у каго ён дзейнічае, або ўвайдзіце там.',
  },
  IDENTITY_UNAVAILABLE: {
    kind: 'ERROR',
    en: 'The keys of the token’s issuer cannot be read just now: repeat the request a little later.',
    ru: 'Ключи издателя токена сейчас недоступны: повторите запрос немного позже.',
    be: 'Ключы выдаўца токена зараз недаступныя: паўтарыце запыт крыху пазней.',
  },
});
