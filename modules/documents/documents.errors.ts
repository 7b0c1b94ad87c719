import { defineErrors } from '../../schema/base';

export const documentErrors = defineErrors('documents', {
  DOCUMENT_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no such document for you. Read its id from the application.',
    ru: 'Такого документа для вас нет. Возьмите его идентификатор из заявки.',
    be: 'Такога дакумента для вас няма. Вазьміце яго ідэнтыфікатар з заяўкі.',
  },
  DOCUMENT_TRANSITION_INVALID: {
    kind: 'FINDING',
    en: 'A document that is {from} cannot become {to}. Read its status again before you go on.',
    ru: 'Документ в состоянии {from} не может перейти в {to}. Перед продолжением перечитайте его состояние.',
    be: 'Дакумент у стане {from} не можа перайсці ў {to}. Перад працягам перачытайце яго стан.',
  },
});
