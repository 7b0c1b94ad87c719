/** Codes of editions: which text governs. */
export const editionTexts = {
  RU_MFO_EDITION_GAP: {
    kind: 'FINDING',
    en: 'No edition of the lender’s rules was in force on {on}: {before} had ended and {after} had not begun. An officer may choose one of them with a reason.',
    ru: 'На {on} ни одна редакция правил кредитора не действовала: {before} уже закончилась, {after} ещё не началась. Сотрудник может выбрать одну из них с указанием причины.',
    be: 'На {on} ніводная рэдакцыя правіл крэдытора не дзейнічала: {before} ужо скончылася, {after} яшчэ не пачалася. Супрацоўнік можа выбраць адну з іх з указаннем прычыны.',
  },
  RU_MFO_EDITION_TEXT_NOT_HELD: {
    kind: 'FINDING',
    en: 'On {on} the edition {edition} was in force, whose rules are not held here, so nothing can be decided by it.',
    ru: 'На {on} действовала редакция {edition}, правил которой здесь нет, поэтому решать по ней нельзя.',
    be: 'На {on} дзейнічала рэдакцыя {edition}, правіл якой тут няма, таму вырашаць па ёй нельга.',
  },
  RU_MFO_EDITION_MISMATCH: {
    kind: 'FINDING',
    en: 'A contract concluded on {concludedOn} is governed by the edition {governing}, not by {claimed}.',
    ru: 'Договор, заключённый {concludedOn}, регулируется редакцией {governing}, а не {claimed}.',
    be: 'Дагавор, заключаны {concludedOn}, рэгулюецца рэдакцыяй {governing}, а не {claimed}.',
  },
  RU_MFO_EDITION_NOT_FOUND: {
    kind: 'FINDING',
    en: 'The lender had no edition of its rules on {on}; the first is {first}.',
    ru: 'На {on} у кредитора не было редакции правил; первая — {first}.',
    be: 'На {on} у крэдытора не было рэдакцыі правіл; першая — {first}.',
  },
} as const;
