/** Codes of showing a debt. */
export const debtTexts = {
  RU_MFO_DEBT_MISMATCH: {
    kind: 'ERROR',
    en: 'The parts of this debt do not add up. Nothing is shown; tell the operator of the system.',
    ru: 'Части этой задолженности не складываются в её сумму. Ничего не показано; сообщите оператору системы.',
    be: 'Часткі гэтай запазычанасці не складаюцца ў яе суму. Нічога не паказана; паведаміце аператару сістэмы.',
  },
} as const;
