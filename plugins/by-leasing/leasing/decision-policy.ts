import type { DecisionPolicy, RefusalGround } from '../../../modules/decisions';
import { enforce } from '../../../modules/rules';
import { cite } from '../cite';

const noGuarantee = cite('by-leasing/11.4');

/** Why an officer may refuse: the agreement promises no deal, and lists no grounds; these are the usual ones. */
const grounds: readonly RefusalGround[] = [
  {
    code: 'SOLVENCY',
    title: { en: 'Means to pay', ru: 'Платёжеспособность', be: 'Плацежаздольнасць' },
    clause: noGuarantee.clause,
    noteRequired: false,
  },
  {
    code: 'DATA_UNRELIABLE',
    title: { en: 'Data that are not true', ru: 'Недостоверные сведения', be: 'Недакладныя звесткі' },
    clause: cite('by-leasing/3.14.3').clause,
    noteRequired: true,
  },
  {
    code: 'OTHER',
    title: { en: 'Another reason', ru: 'Иная причина', be: 'Іншая прычына' },
    clause: noGuarantee.clause,
    noteRequired: true,
  },
];

/** Submitting promises nothing: a negative decision is always possible, and somebody makes it (11.4). */
export const leasingDecisionPolicy: DecisionPolicy = {
  grounds: () => grounds,
  check: async () => {
    enforce(noGuarantee);
    return [];
  },
};
