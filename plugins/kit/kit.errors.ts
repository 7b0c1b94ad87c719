import { defineErrors } from '../../schema/base';

/** What can be wrong with a plugin; found when it is defined or when plugins are put together. */
export const kitErrors = defineErrors('kit', {
  PLUGIN_ID_INVALID: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: the id must be small letters and digits joined by hyphens, begin with the jurisdiction ("{prefix}") and have at most 40 characters.',
    ru: 'Плагин {plugin}: идентификатор — строчные латинские буквы и цифры через дефис, в начале юрисдикция («{prefix}»), не более 40 знаков.',
    be: 'Плагін {plugin}: ідэнтыфікатар — малыя лацінскія літары і лічбы праз злучок, у пачатку юрысдыкцыя («{prefix}»), не больш за 40 знакаў.',
  },
  PLUGIN_JURISDICTION_INVALID: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: the jurisdiction "{contribution}" must be two small letters of ISO 3166-1.',
    ru: 'Плагин {plugin}: юрисдикция «{contribution}» должна быть двумя строчными буквами ISO 3166-1.',
    be: 'Плагін {plugin}: юрысдыкцыя «{contribution}» павінна быць дзвюма малымі літарамі ISO 3166-1.',
  },
  PLUGIN_CORE_RANGE_INVALID: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: coreRange "{contribution}" is no range of semantic versions; write one such as "^1.2.0".',
    ru: 'Плагин {plugin}: coreRange «{contribution}» — не диапазон семантических версий; напишите, например, «^1.2.0».',
    be: 'Плагін {plugin}: coreRange «{contribution}» — не дыяпазон семантычных версій; напішыце, напрыклад, «^1.2.0».',
  },
  PLUGIN_CORE_RANGE_UNMET: {
    kind: 'ERROR',
    en: 'Plugin {plugin} works with core {contribution}, this is core {version}: install a plugin made for it.',
    ru: 'Плагин {plugin} рассчитан на ядро {contribution}, а здесь {version}: установите подходящую версию плагина.',
    be: 'Плагін {plugin} разлічаны на ядро {contribution}, а тут {version}: усталюйце прыдатную версію плагіна.',
  },
  PLUGIN_LEGAL_BASIS_MISSING: {
    kind: 'ERROR',
    en: 'Plugin {plugin} names no legal basis: list the acts and documents that it carries out in legalBasis.',
    ru: 'Плагин {plugin} не называет правовых оснований: перечислите акты и документы в legalBasis.',
    be: 'Плагін {plugin} не называе прававых падстаў: пералічыце акты і дакументы ў legalBasis.',
  },
  PLUGIN_PROPERTY_UNKNOWN: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: definePlugin knows no property "{contribution}"; look for a slip of the pen.',
    ru: 'Плагин {plugin}: definePlugin не знает свойства «{contribution}»; проверьте, нет ли опечатки.',
    be: 'Плагін {plugin}: definePlugin не ведае ўласцівасці «{contribution}»; праверце, ці няма памылкі друку.',
  },
  PLUGIN_PREFIX_MISSING: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: {contribution} does not carry the plugin’s prefix; begin its name with "{prefix}".',
    ru: 'Плагин {plugin}: {contribution} без префикса плагина; начните имя с «{prefix}».',
    be: 'Плагін {plugin}: {contribution} без прэфікса плагіна; пачніце імя з «{prefix}».',
  },
  PLUGIN_OWNER_WRONG: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: {contribution} says that it belongs to {owner}; name {plugin} as its owner.',
    ru: 'Плагин {plugin}: у {contribution} указан владелец {owner}; укажите {plugin}.',
    be: 'Плагін {plugin}: у {contribution} указаны ўладальнік {owner}; укажыце {plugin}.',
  },
  PLUGIN_CONTRIBUTION_TWICE: {
    kind: 'ERROR',
    en: 'Plugin {plugin} brings {contribution} twice: keep one of them.',
    ru: 'Плагин {plugin} приносит {contribution} дважды: оставьте одно.',
    be: 'Плагін {plugin} прыносіць {contribution} двойчы: пакіньце адно.',
  },
  PLUGIN_LANGUAGE_MISSING: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: {contribution} has no sentence in {language}; the graph speaks en, ru and be.',
    ru: 'Плагин {plugin}: у {contribution} нет текста на языке {language}; граф говорит на en, ru и be.',
    be: 'Плагін {plugin}: у {contribution} няма тэксту на мове {language}; граф гаворыць на en, ru і be.',
  },
  PLUGIN_SENTENCE_FACTS_DIFFER: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: the sentences of {contribution} name different facts; use the same names in braces in every language.',
    ru: 'Плагин {plugin}: тексты {contribution} называют разные факты; имена в скобках должны совпадать на всех языках.',
    be: 'Плагін {plugin}: тэксты {contribution} называюць розныя факты; імёны ў дужках павінны супадаць на ўсіх мовах.',
  },
  PLUGIN_TABLE_UNKNOWN: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: {contribution} is listed in entities but is no TypeORM entity; decorate it with @Entity.',
    ru: 'Плагин {plugin}: {contribution} указан в entities, но это не сущность TypeORM; добавьте @Entity.',
    be: 'Плагін {plugin}: {contribution} указаны ў entities, але гэта не сутнасць TypeORM; дадайце @Entity.',
  },
  PLUGIN_TABLE_FOREIGN: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: table {contribution} lies outside the plugin’s own PostgreSQL schema; put it into {schema}.',
    ru: 'Плагин {plugin}: таблица {contribution} лежит вне собственной схемы PostgreSQL плагина; поместите её в {schema}.',
    be: 'Плагін {plugin}: табліца {contribution} ляжыць па-за ўласнай схемай PostgreSQL плагіна; змясціце яе ў {schema}.',
  },
  PLUGIN_TABLE_KEY: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: the primary key of table {contribution} must contain lender_id.',
    ru: 'Плагин {plugin}: первичный ключ таблицы {contribution} должен содержать lender_id.',
    be: 'Плагін {plugin}: першасны ключ табліцы {contribution} павінен змяшчаць lender_id.',
  },
  PLUGIN_MIGRATION_NAME: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: migration {contribution} must end in thirteen digits, by which migrations are ordered.',
    ru: 'Плагин {plugin}: имя миграции {contribution} должно оканчиваться тринадцатью цифрами, по ним миграции упорядочены.',
    be: 'Плагін {plugin}: імя міграцыі {contribution} павінна заканчвацца трынаццаццю лічбамі, па іх міграцыі ўпарадкаваны.',
  },
  PLUGIN_VALIDATOR_UNCITED: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: validator {contribution} rests on no clause; give it `cites` or a cited parameter.',
    ru: 'Плагин {plugin}: валидатор {contribution} не опирается ни на один пункт; укажите `cites` или параметр с пунктом.',
    be: 'Плагін {plugin}: валідатар {contribution} не абапіраецца ні на адзін пункт; укажыце `cites` або параметр з пунктам.',
  },
  PLUGIN_CLAUSE_UNKNOWN: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: {contribution} cites {clause}, which is not in the plugin’s register of clauses.',
    ru: 'Плагин {plugin}: {contribution} ссылается на {clause}, которого нет в реестре пунктов плагина.',
    be: 'Плагін {plugin}: {contribution} спасылаецца на {clause}, якога няма ў рэестры пунктаў плагіна.',
  },
  PLUGIN_EDITION_LENDER_UNKNOWN: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: the editions {contribution} are of lender {lender}, which the plugin does not bring.',
    ru: 'Плагин {plugin}: редакции {contribution} принадлежат кредитору {lender}, которого плагин не приносит.',
    be: 'Плагін {plugin}: рэдакцыі {contribution} належаць крэдытору {lender}, якога плагін не прыносіць.',
  },
  PLUGIN_PORT_UNKNOWN: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: {contribution} is made for port {port}, which neither the core nor the plugin declares.',
    ru: 'Плагин {plugin}: {contribution} сделан для порта {port}, которого не объявляют ни ядро, ни плагин.',
    be: 'Плагін {plugin}: {contribution} зроблены для порта {port}, якога не абвяшчаюць ні ядро, ні плагін.',
  },
  PLUGIN_ADAPTER_MISPLACED: {
    kind: 'ERROR',
    en: 'Plugin {plugin}: {contribution} stands in the wrong list; simulated adapters belong into `simulators`, real ones into `adapters`.',
    ru: 'Плагин {plugin}: {contribution} стоит не в том списке; имитаторы — в `simulators`, настоящие адаптеры — в `adapters`.',
    be: 'Плагін {plugin}: {contribution} стаіць не ў тым спісе; імітатары — у `simulators`, сапраўдныя адаптары — у `adapters`.',
  },
  PLUGIN_REQUIRES_UNKNOWN: {
    kind: 'ERROR',
    en: 'Plugin {plugin} requires {contribution}, which is not installed: add it to plugins/index.ts.',
    ru: 'Плагину {plugin} нужен {contribution}, но он не установлен: добавьте его в plugins/index.ts.',
    be: 'Плагіну {plugin} патрэбны {contribution}, але ён не ўсталяваны: дадайце яго ў plugins/index.ts.',
  },
  PLUGIN_REQUIRES_CIRCLE: {
    kind: 'ERROR',
    en: 'Plugins require each other in a circle: {contribution}. Let them talk by events instead.',
    ru: 'Плагины требуют друг друга по кругу: {contribution}. Пусть общаются событиями.',
    be: 'Плагіны патрабуюць адзін аднаго па крузе: {contribution}. Няхай маюць зносіны падзеямі.',
  },
  PLUGIN_COLLISION: {
    kind: 'ERROR',
    en: 'Both {plugin} and {other} bring {contribution}: only one of them may.',
    ru: '{contribution} приносят и {plugin}, и {other}: это может делать только один.',
    be: '{contribution} прыносяць і {plugin}, і {other}: гэта можа рабіць толькі адзін.',
  },
});
