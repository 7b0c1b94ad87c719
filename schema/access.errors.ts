import { defineErrors } from './base';

/** Refusals of the scope check that runs before anything is executed. */
export const scopeErrors = defineErrors('schema', {
  UNAUTHENTICATED: {
    kind: 'ERROR',
    en: '{field} needs a signed-in caller: send a token in the Authorization header.',
    ru: '{field} доступно только после входа: передайте токен в заголовке Authorization.',
    be: '{field} даступна толькі пасля ўваходу: перадайце токен у загалоўку Authorization.',
  },
  FORBIDDEN: {
    kind: 'ERROR',
    en: '{field} needs the scope {scope}, which your token does not have: ask for a token that carries it, or leave the field out.',
    ru: '{field} требует права {scope}, которого нет в вашем токене: получите токен с этим правом или уберите поле.',
    be: '{field} патрабуе права {scope}, якога няма ў вашым токене: атрымайце токен з гэтым правам або прыбярыце поле.',
  },
});
