import { defineErrors } from '../../../schema/base';

/** Codes of the pledge itself: its states, parties and what must be there before it is signed. */
export const pledgeErrors = defineErrors('by-pledge', {
  BY_PLEDGE_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such pledge here. Check the id, or read the pledge of the application.',
    ru: 'Такого залога нет. Проверьте идентификатор или прочитайте залог заявки.',
    be: 'Такога залогу няма. Праверце ідэнтыфікатар або прачытайце залог заяўкі.',
  },
  BY_PLEDGE_NOT_IN_FORCE: {
    kind: 'FINDING',
    en: 'The pledge is not in force ({status}): it begins when both parties have signed and lasts until it ends. Wait for the signatures.',
    ru: 'Залог не действует ({status}): он возникает, когда договор подписали обе стороны, и длится до прекращения. Дождитесь подписей.',
    be: 'Залог не дзейнічае ({status}): ён узнікае, калі дагавор падпісалі абодва бакі, і доўжыцца да спынення. Дачакайцеся подпісаў.',
  },
  BY_PLEDGE_TRANSITION_INVALID: {
    kind: 'FINDING',
    en: 'A pledge does not go from {from} to {to}. Read its present state first.',
    ru: 'Залог не переходит из {from} в {to}. Сначала прочитайте его текущее состояние.',
    be: 'Залог не пераходзіць з {from} у {to}. Спачатку прачытайце яго цяперашні стан.',
  },
});
