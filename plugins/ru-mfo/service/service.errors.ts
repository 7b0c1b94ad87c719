/** Codes of being taken into service. */
export const serviceTexts = {
  RU_MFO_STATUS_TRANSITION_INVALID: {
    kind: 'FINDING',
    en: 'A person is taken into service by the first loan that was provided, and by nothing else. Provide the loan first.',
    ru: 'Лицо принимается на обслуживание только предоставлением первого займа. Сначала предоставьте займ.',
    be: 'Асоба прымаецца на абслугоўванне толькі прадастаўленнем першай пазыкі. Спачатку прадастаўце пазыку.',
  },
} as const;
