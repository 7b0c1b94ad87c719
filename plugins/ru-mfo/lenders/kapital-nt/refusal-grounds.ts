import type { RefusalGround } from '../../../../modules/decisions';
import { cite } from '../../cite';
import { grounds } from '../../validators';

/** Clause 17 lets the lender refuse on each of these, clause 24 where the documents are not signed. */
export const refusalGrounds: readonly RefusalGround[] = [
  {
    code: grounds.notEligible,
    title: { en: 'Requirements not met', ru: 'Требования не выполнены', be: 'Патрабаванні не выкананы' },
    clause: cite('ru-mfo/kapital-nt/17/1').clause,
    noteRequired: false,
  },
  {
    code: grounds.solvency,
    title: { en: 'Doubtful solvency', ru: 'Возможная неплатёжеспособность', be: 'Магчымая неплацежаздольнасць' },
    clause: cite('ru-mfo/kapital-nt/17/2').clause,
    noteRequired: false,
  },
  {
    code: grounds.data,
    title: { en: 'Data that are not true', ru: 'Недостоверные сведения', be: 'Недакладныя звесткі' },
    clause: cite('ru-mfo/kapital-nt/17/3').clause,
    noteRequired: false,
  },
  {
    code: grounds.debt,
    title: {
      en: 'Unpaid debt to the lender',
      ru: 'Непогашенная задолженность перед обществом',
      be: 'Непагашаная запазычанасць перад таварыствам',
    },
    clause: cite('ru-mfo/kapital-nt/17/4').clause,
    noteRequired: false,
  },
  {
    code: grounds.openContract,
    title: { en: 'A loan whose day has not come', ru: 'Действующий договор займа', be: 'Дзейны дагавор пазыкі' },
    clause: cite('ru-mfo/kapital-nt/17/5').clause,
    noteRequired: false,
  },
  {
    code: grounds.cardExpiry,
    title: {
      en: 'The card expires before the loan is due',
      ru: 'Карта истекает раньше срока возврата',
      be: 'Картка заканчваецца раней за тэрмін вяртання',
    },
    clause: cite('ru-mfo/kapital-nt/17/6').clause,
    noteRequired: false,
  },
  {
    code: grounds.creditHistory,
    title: { en: 'Credit history', ru: 'Кредитная история', be: 'Крэдытная гісторыя' },
    clause: cite('ru-mfo/kapital-nt/17/7').clause,
    noteRequired: false,
  },
  {
    code: grounds.notSigned,
    title: { en: 'Documents not signed', ru: 'Документы не подписаны', be: 'Дакументы не падпісаны' },
    clause: cite('ru-mfo/kapital-nt/24/5').clause,
    noteRequired: false,
  },
];
