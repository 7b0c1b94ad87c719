/** Codes of petitions. */
export const petitionTexts = {
  BY_LEASING_PETITION_NOT_FOUND: {
    kind: 'FINDING',
    en: 'There is no petition of this id. Take one from your list.',
    ru: 'Ходатайства с таким идентификатором нет. Выберите из списка.',
    be: 'Хадайніцтва з такім ідэнтыфікатарам няма. Выберыце са спіса.',
  },
  BY_LEASING_PETITION_CLOSED: {
    kind: 'FINDING',
    en: 'This petition stands at {status} and cannot go there. File a new one if you need to.',
    ru: 'Ходатайство в состоянии {status}, это действие невозможно. При необходимости подайте новое.',
    be: 'Хадайніцтва ў стане {status}, гэта дзеянне немагчыма. Пры неабходнасці падайце новае.',
  },
} as const;
