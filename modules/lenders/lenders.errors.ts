import { defineErrors } from '../../schema/base';

export const lenderErrors = defineErrors('lenders', {
  PLUGIN_NOT_INSTALLED: {
    kind: 'FINDING',
    en: 'No plugin {plugin} is installed. Take an id from the query plugins.',
    ru: 'Плагин {plugin} не установлен. Возьмите идентификатор из запроса plugins.',
    be: 'Плагін {plugin} не ўстаноўлены. Вазьміце ідэнтыфікатар з запыту plugins.',
  },
  PLUGIN_IN_USE: {
    kind: 'FINDING',
    en: 'The plugin {plugin} still has open work here: {open}. Set DRAINING and wait, or repeat with force and a reason.',
    ru: 'У плагина {plugin} здесь есть незавершённая работа: {open}. Установите DRAINING и дождитесь её конца или повторите с force и причиной.',
    be: 'У плагіна {plugin} тут ёсць незавершаная праца: {open}. Усталюйце DRAINING і дачакайцеся яе канца або паўтарыце з force і прычынай.',
  },
  PLUGIN_DEPENDENCY: {
    kind: 'FINDING',
    en: 'The state {state} of {plugin} does not go with {other}, which is {otherState}. Change {other} first.',
    ru: 'Состояние {state} плагина {plugin} несовместимо с {other} в состоянии {otherState}. Сначала измените {other}.',
    be: 'Стан {state} плагіна {plugin} несумяшчальны з {other} у стане {otherState}. Спачатку змяніце {other}.',
  },
  REASON_REQUIRED: {
    kind: 'FINDING',
    en: 'A forced change needs a reason for the record: give 10 to 500 characters.',
    ru: 'Принудительное изменение требует причины для протокола: укажите от 10 до 500 символов.',
    be: 'Прымусовая змена патрабуе прычыны для пратакола: укажыце ад 10 да 500 сімвалаў.',
  },
});
