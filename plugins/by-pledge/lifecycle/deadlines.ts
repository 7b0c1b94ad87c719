import { lockApplication } from '../../../modules/applications';
import { defineCommand } from '../../../modules/commands';
import { applicationOfDeadline, type DeadlineKind, type DeadlineResult } from '../../../modules/deadlines';
import type { Sentence } from '../../../schema/base';
import type { ByPledgeClauseId } from '../clauses.generated';
import { PLUGIN, POLICY_DELIVERY, POLICY_DUE, POLICY_RENEWAL, PREMIUM_PROOF, REGISTER_CHANGE, REGISTER_EXCLUSION } from '../ids';
import { inForce, lockPledgeOf, tellChange } from '../pledge';

/** A term that was not met when it ran out. It matters while the pledge is in force; the duty to the register outlives it. */
function term(kind: string, clause: ByPledgeClauseId, description: Sentence, outlives = false): DeadlineKind {
  return {
    kind,
    plugin: PLUGIN,
    description,
    clause,
    onDue: defineCommand<{ readonly deadlineId: string }, DeadlineResult>({
      name: `job:${kind}`,
      emits: ['ByPledgeChanged'],
      async run({ deadlineId }, context) {
        const applicationId = await applicationOfDeadline(context, deadlineId);
        const application = applicationId ? await lockApplication(context, applicationId) : null;
        const pledge = application && (await lockPledgeOf(context, application.id));
        if (!pledge || (!outlives && !inForce.includes(pledge.status))) return { outcome: 'CANCELLED' };
        tellChange(context, pledge, 'OVERDUE', deadlineId, clause);
        return { outcome: 'MISSED' };
      },
    }),
  };
}

export const deadlines: readonly DeadlineKind[] = [
  term(
    REGISTER_CHANGE,
    'by-pledge/3.3/в/b1',
    { en: 'Change of the register’s data', ru: 'Изменение сведений в Реестре', be: 'Змяненне звестак у Рэестры' },
    true,
  ),
  term(
    REGISTER_EXCLUSION,
    'by-pledge/3.3/в/b2',
    { en: 'Exclusion from the register', ru: 'Исключение из Реестра', be: 'Выключэнне з Рэестра' },
    true,
  ),
  term(POLICY_DUE, 'by-pledge/3.1/л/p1', {
    en: 'Insurance concluded and the policy sent',
    ru: 'Заключение страхования и отправка полиса',
    be: 'Заключэнне страхавання і адпраўка поліса',
  }),
  term(POLICY_RENEWAL, 'by-pledge/3.1/л/p2/continuity', {
    en: 'Start of the next policy',
    ru: 'Начало действия следующего полиса',
    be: 'Пачатак дзеяння наступнага поліса',
  }),
  term(POLICY_DELIVERY, 'by-pledge/3.1/л/p2/delivery', {
    en: 'Delivery of the renewed policy',
    ru: 'Передача продлённого полиса',
    be: 'Перадача працягнутага поліса',
  }),
  term(PREMIUM_PROOF, 'by-pledge/3.1/л/p2/instalments', {
    en: 'Proof of the next premium',
    ru: 'Подтверждение оплаты очередного взноса',
    be: 'Пацвярджэнне аплаты чарговага ўзносу',
  }),
];
