import { defineErrors } from '../../schema/base';

export const deadlineErrors = defineErrors('deadlines', {
  DEADLINE_APPLICATION_INVALID: {
    kind: 'ERROR',
    en: '`applicationId` is not the id of an application. Send the `id` of an `Application`.',
    ru: '`applicationId` не является идентификатором заявки. Передайте `id` объекта `Application`.',
    be: "`applicationId` не з'яўляецца ідэнтыфікатарам заяўкі. Перадайце `id` аб'екта `Application`.",
  },
  DEADLINE_KIND_UNKNOWN: {
    kind: 'ERROR',
    en: 'No installed plugin knows this kind of deadline. Install the plugin that started it; the deadline waits.',
    ru: 'Ни один установленный плагин не знает этого вида срока. Установите плагин, который его начал; срок ждёт.',
    be: 'Ніводзін усталяваны плагін не ведае гэтага віду тэрміну. Усталюйце плагін, які яго пачаў; тэрмін чакае.',
  },
});
