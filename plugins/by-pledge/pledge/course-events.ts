import { lifecycleEvents } from '../../../modules/applications';
import type { CommandContext } from '../../../modules/commands';
import { ledgerEvents } from '../../../modules/contracts';
import type { EventTypeDefinition } from '../../../schema/base';
import { PLUGIN } from '../ids';
import { type PledgeRecord, pledgeEventTypes } from '.';

const byPledgePledgeId = '0199f0a0-0000-7000-8000-000000000020';
const id = '0199f0a0-0000-7000-8000-000000000021';

export const enforcementEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'ByPledgeDutyStatusChanged',
    version: 1,
    description: 'A duty of the pledgor was opened, began its term, was met or missed (обязанность залогодателя).',
    example: { byPledgeDutyId: id, byPledgePledgeId, kind: 'INSPECTION', from: 'OPEN', to: 'OVERDUE' },
  },
  {
    type: 'ByPledgeNoticeChanged',
    version: 1,
    description: 'A notice between the parties was sent, received or answered (уведомление).',
    example: { byPledgeNoticeId: id, byPledgePledgeId, kind: 'CLAIM', what: 'RECEIVED', on: '2026-06-05' },
  },
  {
    type: 'ByPledgeViolationChanged',
    version: 1,
    description: 'A violation was recorded or fined, or its loss was claimed (нарушение).',
    example: { byPledgeViolationId: id, byPledgePledgeId, what: 'FINED', amount: '225.00' },
  },
  {
    type: 'ByPledgeForeclosureStatusChanged',
    version: 1,
    description: 'A case of foreclosure was opened or went on (обращение взыскания).',
    example: { byPledgeForeclosureId: id, byPledgePledgeId, from: 'OPEN', to: 'ON_SALE' },
  },
];

/** For `emits` of every command of these folders. */
export const enforcementEvents: readonly string[] = [
  ...new Set([...lifecycleEvents, ...ledgerEvents, ...[...pledgeEventTypes, ...enforcementEventTypes].map(({ type }) => type)]),
];

const kinds = {
  ByPledgeDuty: { type: 'ByPledgeDutyStatusChanged', key: 'byPledgeDutyId' },
  ByPledgeNotice: { type: 'ByPledgeNoticeChanged', key: 'byPledgeNoticeId' },
  ByPledgeViolation: { type: 'ByPledgeViolationChanged', key: 'byPledgeViolationId' },
  ByPledgeForeclosure: { type: 'ByPledgeForeclosureStatusChanged', key: 'byPledgeForeclosureId' },
} as const;

/** Tells of one thing of a pledge, whose row is locked. Facts are codes, days and sums. */
export function tellEnforcement(
  context: CommandContext,
  pledge: PledgeRecord,
  subject: { readonly type: keyof typeof kinds; readonly id: string },
  facts: Readonly<Record<string, string | null>>,
  clause?: string,
): void {
  const { type, key } = kinds[subject.type];
  context.emit({
    type,
    subject,
    applicationId: pledge.applicationId,
    clientId: pledge.clientId,
    plugin: PLUGIN,
    ...(clause ? { clause } : {}),
    payload: { [key]: subject.id, byPledgePledgeId: pledge.id, ...facts },
  });
}
