import { defineErrors } from '../../../schema/base';
import { departureTexts } from '../departure/departure.errors';
import { factorTexts } from '../factors/factor.errors';
import { holdTexts } from '../holds/hold.errors';
import { PLUGIN } from '../ids';
import { operationTexts } from '../operations/operation.errors';
import { serviceTexts } from '../services/service.errors';
import { termsTexts } from '../terms/terms.errors';

/** Codes of registration, sign-in and accounts. */
const accountTexts = {
  BY_LEASING_ACCOUNT_REQUIRED: {
    kind: 'FINDING',
    en: 'There is no account with this number. Register first.',
    ru: 'С этим номером учётной записи нет. Сначала зарегистрируйтесь.',
    be: 'З гэтым нумарам уліковага запісу няма. Спачатку зарэгіструйцеся.',
  },
  BY_LEASING_ACCOUNT_EXISTS: {
    kind: 'FINDING',
    en: 'There is an account with this number already. Come in by it, or have it deleted first.',
    ru: 'С этим номером учётная запись уже есть. Войдите или сначала удалите её.',
    be: 'З гэтым нумарам уліковы запіс ужо ёсць. Увайдзіце або спачатку выдаліце яго.',
  },
  BY_LEASING_CLIENT_TYPE_REQUIRED: {
    kind: 'FINDING',
    en: 'Choose who registers: a natural person, a sole proprietor or a legal entity.',
    ru: 'Выберите, кто регистрируется: физическое лицо, индивидуальный предприниматель или юридическое лицо.',
    be: 'Выберыце, хто рэгіструецца: фізічная асоба, індывідуальны прадпрымальнік ці юрыдычная асоба.',
  },
  BY_LEASING_PHONE_CONTACT_MISMATCH: {
    kind: 'FINDING',
    en: 'Another contact number stands in your contract with the lender. Have the number changed at the office, then register.',
    ru: 'В вашем договоре с компанией указан другой контактный номер. Измените его в офисе и повторите регистрацию.',
    be: 'У вашай дамове з кампаніяй паказаны іншы кантактны нумар. Змяніце яго ў офісе і паўтарыце рэгістрацыю.',
  },
  BY_LEASING_LOGIN_UNKNOWN: {
    kind: 'FINDING',
    en: 'The login is the mobile number of the registration. Come in by it.',
    ru: 'Логин — номер мобильного телефона, указанный при регистрации. Войдите по нему.',
    be: 'Лагін — нумар мабільнага тэлефона, паказаны пры рэгістрацыі. Увайдзіце па ім.',
  },
  BY_LEASING_LOGIN_FACTOR_MISSING: {
    kind: 'FINDING',
    en: 'To come in, give: {factors}.',
    ru: 'Для входа укажите: {factors}.',
    be: 'Каб увайсці, пазначце: {factors}.',
  },
  BY_LEASING_AUTHENTICATION_REQUIRED: {
    kind: 'FINDING',
    en: 'Come in to the cabinet first: this session does not stand.',
    ru: 'Сначала войдите в кабинет: сеанс завершён.',
    be: 'Спачатку ўвайдзіце ў кабінет: сеанс завершаны.',
  },
  BY_LEASING_PATH_CHOICE_NOT_CLIENTS: {
    kind: 'FINDING',
    en: 'Only a sole proprietor chooses the path of authentication, and only in its own cabinet.',
    ru: 'Способ аутентификации выбирает только сам индивидуальный предприниматель в своём кабинете.',
    be: 'Спосаб аўтэнтыфікацыі выбірае толькі сам індывідуальны прадпрымальнік у сваім кабінеце.',
  },
  BY_LEASING_PHONE_CHANGE_OFFICE_ONLY: {
    kind: 'FINDING',
    en: 'The number is changed at an office, on a written application with its number.',
    ru: 'Номер меняется только в офисе по заявлению с номером.',
    be: 'Нумар змяняецца толькі ў офісе па заяве з нумарам.',
  },
  BY_LEASING_DELEGATION_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'An account cannot go over to anybody else. Each person registers itself.',
    ru: 'Учётная запись не передаётся другому лицу. Каждый регистрируется сам.',
    be: 'Уліковы запіс не перадаецца іншай асобе. Кожны рэгіструецца сам.',
  },
  BY_LEASING_UPLOAD_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'Files of this type are not taken. Send one of: {types}.',
    ru: 'Файлы этого типа не принимаются. Отправьте: {types}.',
    be: 'Файлы гэтага тыпу не прымаюцца. Дашліце: {types}.',
  },
  BY_LEASING_REGISTRATION_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such registration under way. Fill in the form again.',
    ru: 'Такой регистрации нет. Заполните форму ещё раз.',
    be: 'Такой рэгістрацыі няма. Запоўніце форму яшчэ раз.',
  },
  BY_LEASING_REFERENCE_REQUIRED: {
    kind: 'FINDING',
    en: 'Write down: {missing}.',
    ru: 'Запишите: {missing}.',
    be: 'Запішыце: {missing}.',
  },
} as const;

/** All codes of accounts and of what belongs to them; each stands beside what refuses by it. */
export const accountErrors = defineErrors(PLUGIN, {
  ...accountTexts,
  ...termsTexts,
  ...factorTexts,
  ...holdTexts,
  ...operationTexts,
  ...departureTexts,
  ...serviceTexts,
});
