import { defineErrors } from '../../schema/base';

export const decisionErrors = defineErrors('decisions', {
  DECISION_TERMS_MISSING: {
    kind: 'FINDING',
    en: 'Approval on other terms must name a sum or a term that differs from the application.',
    ru: 'При одобрении на иных условиях укажите сумму или срок, отличные от заявленных.',
    be: 'Пры адабрэнні на іншых умовах укажыце суму або тэрмін, якія адрозніваюцца ад заяўленых.',
  },
  DECISION_TERMS_NOT_ALLOWED: {
    kind: 'FINDING',
    en: 'Only an approval on other terms names a sum or a term.',
    ru: 'Сумму или срок указывают только при одобрении на иных условиях.',
    be: 'Суму або тэрмін указваюць толькі пры адабрэнні на іншых умовах.',
  },
  DECISION_GROUND_MISSING: {
    kind: 'FINDING',
    en: 'No rule refuses this application: name at least one ground.',
    ru: 'Ни одно правило не отклоняет заявку: укажите хотя бы одно основание.',
    be: 'Ніводнае правіла не адхіляе заяўку: укажыце хаця б адну падставу.',
  },
  DECISION_GROUND_UNKNOWN: {
    kind: 'FINDING',
    en: 'The ground {ground} is not in the lender’s rules.',
    ru: 'Основания {ground} нет в правилах кредитора.',
    be: 'Падставы {ground} няма ў правілах крэдытора.',
  },
  DECISION_NOTE_MISSING: {
    kind: 'FINDING',
    en: 'The ground {ground} needs an explanation in `note`.',
    ru: 'Для основания {ground} нужно пояснение в поле `note`.',
    be: 'Для падставы {ground} патрэбна тлумачэнне ў полі `note`.',
  },
});
