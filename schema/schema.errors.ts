import { defineErrors } from './base';

/** What can be wrong with the declared graph; found when it is composed, before anything is served. */
export const schemaErrors = defineErrors('schema', {
  SCHEMA_SCOPE_MISSING: {
    kind: 'ERROR',
    en: '{place} of {owner} declares no scope: put @Scoped on the field or on its type.',
    ru: 'Для {place} ({owner}) не объявлены права: поставьте @Scoped на поле или на его тип.',
    be: 'Для {place} ({owner}) не абвешчаны правы: пастаўце @Scoped на поле або на яго тып.',
  },
  SCHEMA_SCOPE_MEANINGLESS: {
    kind: 'ERROR',
    en: '{place} of {owner} has the scope "parent", but nothing stands above it: name a scope of its own.',
    ru: 'У {place} ({owner}) права «parent», но над ним ничего нет: назовите собственные права.',
    be: 'У {place} ({owner}) правы «parent», але над ім нічога няма: назавіце ўласныя правы.',
  },
  SCHEMA_DESCRIPTION_MISSING: {
    kind: 'ERROR',
    en: '{place} of {owner} has no description: say in one sentence what it is.',
    ru: 'У {place} ({owner}) нет описания: скажите одним предложением, что это.',
    be: 'У {place} ({owner}) няма апісання: скажыце адным сказам, што гэта.',
  },
  SCHEMA_INPUT_RECURSIVE: {
    kind: 'ERROR',
    en: 'Input type {place} of {owner} contains itself: flatten it, compiled documents cannot take it.',
    ru: 'Входной тип {place} ({owner}) содержит сам себя: разверните его, скомпилированный запрос его не примет.',
    be: 'Уваходны тып {place} ({owner}) змяшчае сам сябе: разгарніце яго, скампіляваны запыт яго не прыме.',
  },
  SCHEMA_PREFIX_MISSING: {
    kind: 'ERROR',
    en: '{place} of plugin {owner} does not carry its prefix: start the name with {prefix}.',
    ru: '{place} плагина {owner} без его префикса: начните имя с {prefix}.',
    be: '{place} плагіна {owner} без яго прэфікса: пачніце імя з {prefix}.',
  },
  SCHEMA_PLUGIN_FIELD_NAME: {
    kind: 'ERROR',
    en: 'Plugin {owner} adds {place} to a core type: its one field there must be called {field}.',
    ru: 'Плагин {owner} добавляет {place} к типу ядра: его единственное поле там должно называться {field}.',
    be: 'Плагін {owner} дадае {place} да тыпу ядра: яго адзінае поле там павінна называцца {field}.',
  },
  SCHEMA_PLUGIN_FIELD_REQUIRED: {
    kind: 'ERROR',
    en: 'Plugin {owner} adds {place} as non-null: a field on a core type must be nullable, it is absent for other lenders.',
    ru: 'Плагин {owner} добавляет {place} как обязательное: поле на типе ядра должно допускать null.',
    be: 'Плагін {owner} дадае {place} як абавязковае: поле на тыпе ядра павінна дапускаць null.',
  },
  SCHEMA_PLUGIN_FIELDS_MANY: {
    kind: 'ERROR',
    en: 'Plugin {owner} adds {count} fields to {place}: put them into one object behind {field}.',
    ru: 'Плагин {owner} добавляет к {place} полей: {count}; сложите их в один объект за полем {field}.',
    be: 'Плагін {owner} дадае да {place} палёў: {count}; складзіце іх у адзін аб’ект за полем {field}.',
  },
  SCHEMA_PLUGIN_FIELD_OVERRIDES: {
    kind: 'ERROR',
    en: 'Plugin {owner} resolves {place}, which belongs to {other}: a plugin may add a field, not take one over.',
    ru: 'Плагин {owner} вычисляет {place}, которое принадлежит {other}: плагин добавляет поле, а не забирает чужое.',
    be: 'Плагін {owner} вылічвае {place}, якое належыць {other}: плагін дадае поле, а не забірае чужое.',
  },
  SCHEMA_NAME_TAKEN: {
    kind: 'ERROR',
    en: '{place} is declared by {owner} and by {other}: rename one of them.',
    ru: '{place} объявляют и {owner}, и {other}: переименуйте одно из них.',
    be: '{place} абвяшчаюць і {owner}, і {other}: перайменуйце адно з іх.',
  },
  SCHEMA_NODE_UNKNOWN: {
    kind: 'ERROR',
    en: '{owner} registers a node look-up for {place}, which is no object type that implements Node.',
    ru: '{owner} регистрирует поиск узла для {place}, но такого типа с интерфейсом Node нет.',
    be: '{owner} рэгіструе пошук вузла для {place}, але такога тыпу з інтэрфейсам Node няма.',
  },
  SCHEMA_NODE_MISSING: {
    kind: 'ERROR',
    en: '{place} of {owner} implements Node, but nothing finds it by id: register a look-up in `nodes`.',
    ru: '{place} ({owner}) реализует Node, но по id его не найти: зарегистрируйте поиск в `nodes`.',
    be: '{place} ({owner}) рэалізуе Node, але па id яго не знайсці: зарэгіструйце пошук у `nodes`.',
  },
  SCHEMA_INVALID: {
    kind: 'ERROR',
    en: 'The composed graph is not valid GraphQL: {reason}',
    ru: 'Собранный граф не является верным GraphQL: {reason}',
    be: 'Сабраны граф не з’яўляецца правільным GraphQL: {reason}',
  },
});
