import { defineErrors } from '../../schema/base';

export const executionErrors = defineErrors('execution', {
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'ERROR',
    en: 'This idempotency key was already used with another input. Send a new key for a new request.',
    ru: 'Этот ключ идемпотентности уже использован с другими данными. Для нового запроса нужен новый ключ.',
    be: 'Гэты ключ ідэмпатэнтнасці ўжо выкарыстаны з іншымі данымі. Для новага запыту патрэбны новы ключ.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    kind: 'ERROR',
    en: 'An idempotency key has 8 to 128 printable ASCII characters without spaces.',
    ru: 'Ключ идемпотентности состоит из 8–128 печатных символов ASCII без пробелов.',
    be: 'Ключ ідэмпатэнтнасці складаецца з 8–128 друкавальных сімвалаў ASCII без прабелаў.',
  },
  LENDER_REQUIRED: {
    kind: 'ERROR',
    en: 'Name the lender: use a token that is good for one lender or send the header Lexgraph-Lender.',
    ru: 'Укажите кредитора: используйте токен одного кредитора или заголовок Lexgraph-Lender.',
    be: 'Назавіце крэдытора: выкарыстоўвайце токен аднаго крэдытора або загаловак Lexgraph-Lender.',
  },
  PLUGIN_DRAINING: {
    kind: 'ERROR',
    en: 'The plugin {plugin} takes no new applications at this lender; those that are open go on.',
    ru: 'Плагин {plugin} у этого кредитора не принимает новых заявок; открытые продолжаются.',
    be: 'Плагін {plugin} у гэтага крэдытора не прымае новых заявак; адкрытыя працягваюцца.',
  },
  PLUGIN_DISABLED: {
    kind: 'ERROR',
    en: 'The plugin {plugin} is switched off at this lender.',
    ru: 'Плагин {plugin} у этого кредитора отключён.',
    be: 'Плагін {plugin} у гэтага крэдытора адключаны.',
  },
});
