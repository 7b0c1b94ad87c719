import { defineErrors } from '../../schema/base';

export const rulesErrors = defineErrors('rules', {
  RULE_FACT_MISSING: {
    kind: 'FINDING',
    en: 'The rule {validator} cannot be checked without: {missing}. Supply it and try again.',
    ru: 'Правило {validator} нельзя проверить без данных: {missing}. Предоставьте их и повторите.',
    be: 'Правіла {validator} нельга праверыць без даных: {missing}. Дайце іх і паўтарыце.',
  },
  RULE_REVIEW_DUE: {
    kind: 'FINDING',
    en: 'The parameter {parameter} of {rules} is due for review by {reviewBy}. Compare it with its source and set a new day.',
    ru: 'Параметр {parameter} ({rules}) нужно пересмотреть до {reviewBy}. Сверьте его с источником и назначьте новый день.',
    be: 'Параметр {parameter} ({rules}) трэба перагледзець да {reviewBy}. Звярыце яго з крыніцай і прызначце новы дзень.',
  },
});
