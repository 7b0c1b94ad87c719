import { defineErrors } from '../../schema/base';

export const xxTemplateErrors = defineErrors('xx-template', {
  XX_TEMPLATE_EDITION_GAP: {
    kind: 'FINDING',
    en: 'No edition of the rules is in force on {on} (before: {before}, after: {after}). An officer decides with a reason.',
    ru: 'На {on} нет действующей редакции правил (до: {before}, после: {after}). Решает сотрудник с указанием причины.',
    be: 'На {on} няма дзейнай рэдакцыі правілаў (да: {before}, пасля: {after}). Вырашае супрацоўнік з указаннем прычыны.',
  },
  XX_TEMPLATE_EDITION_TEXT_NOT_HELD: {
    kind: 'FINDING',
    en: 'The text of edition {edition}, in force on {on}, is not held. An officer decides with a reason.',
    ru: 'Текст редакции {edition}, действовавшей на {on}, отсутствует. Решает сотрудник с указанием причины.',
    be: 'Тэкст рэдакцыі {edition}, што дзейнічала на {on}, адсутнічае. Вырашае супрацоўнік з указаннем прычыны.',
  },
  XX_TEMPLATE_LOAN_ABOVE_MAX: {
    kind: 'FINDING',
    en: 'The lender lends at most {max}; {amount} was asked for. Ask for less.',
    ru: 'Кредитор выдаёт не более {max}; запрошено {amount}. Уменьшите сумму.',
    be: 'Крэдытор выдае не больш за {max}; запытана {amount}. Зменшыце суму.',
  },
  XX_TEMPLATE_VISIT_IN_FUTURE: {
    kind: 'FINDING',
    en: 'A visit is recorded after it was made: {visitedOn} lies after today, {today}. Correct the day.',
    ru: 'Визит записывают после того, как он состоялся: {visitedOn} позже сегодняшнего дня, {today}. Исправьте дату.',
    be: 'Візіт запісваюць пасля таго, як ён адбыўся: {visitedOn} пазней за сённяшні дзень, {today}. Выпраўце дату.',
  },
});
