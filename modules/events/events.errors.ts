import { defineErrors } from '../../schema/base';

export const eventErrors = defineErrors('events', {
  CURSOR_INVALID: {
    kind: 'ERROR',
    en: 'This cursor does not belong here. Send one that the same list, an event or a stream gave you, or leave `after` out.',
    ru: 'Этот курсор сюда не относится. Передайте курсор, полученный от того же списка, с событием или потоком, или не указывайте `after`.',
    be: 'Гэты курсор сюды не адносіцца. Перадайце курсор, атрыманы ад таго ж спіса, з падзеяй або патокам, або не ўказвайце `after`.',
  },
  CURSOR_EPOCH_CHANGED: {
    kind: 'ERROR',
    en: 'The event log was restored since this cursor was given. Check what you stored, then resume with `resumeAfter`.',
    ru: 'Журнал событий был восстановлен после выдачи этого курсора. Сверьте сохранённое и продолжите с `resumeAfter`.',
    be: 'Журнал падзей быў адноўлены пасля выдачы гэтага курсора. Зверце захаванае і працягніце з `resumeAfter`.',
  },
  CURSOR_EXPIRED: {
    kind: 'ERROR',
    en: 'Events after this cursor are no longer kept. Read the present state of the objects, then go on with the oldest that are kept, after `resumeAfter`.',
    ru: 'События после этого курсора уже не хранятся. Прочитайте текущее состояние объектов и продолжите с самых старых из хранимых, после `resumeAfter`.',
    be: "Падзеі пасля гэтага курсора ўжо не захоўваюцца. Прачытайце бягучы стан аб'ектаў і працягніце з самых старых з тых, што захоўваюцца, пасля `resumeAfter`.",
  },
  SLOW_CONSUMER: {
    kind: 'ERROR',
    en: 'The stream was closed because its events were not read fast enough. Subscribe again after `lastCursor`: nothing is lost.',
    ru: 'Поток закрыт: события читались слишком медленно. Подпишитесь снова с `lastCursor`: ничего не потеряно.',
    be: 'Паток закрыты: падзеі чыталіся занадта павольна. Падпішыцеся зноў з `lastCursor`: нічога не страчана.',
  },
  SHUTTING_DOWN: {
    kind: 'ERROR',
    en: 'The gateway is going down. Subscribe again after `lastCursor`: nothing is lost.',
    ru: 'Шлюз останавливается. Подпишитесь снова с `lastCursor`: ничего не потеряно.',
    be: 'Шлюз спыняецца. Падпішыцеся зноў з `lastCursor`: нічога не страчана.',
  },
  STREAM_INTERRUPTED: {
    kind: 'ERROR',
    en: 'The event log could not be read. Subscribe again after `lastCursor` in a while: nothing is lost.',
    ru: 'Журнал событий не удалось прочитать. Подпишитесь позже снова с `lastCursor`: ничего не потеряно.',
    be: 'Журнал падзей не ўдалося прачытаць. Падпішыцеся пазней зноў з `lastCursor`: нічога не страчана.',
  },
});
