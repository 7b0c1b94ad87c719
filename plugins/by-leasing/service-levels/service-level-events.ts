import type { EventTypeDefinition } from '../../../schema/base';

const byLeasingMissedDutyId = '0199f0a0-0000-7000-8000-000000000041';
const byLeasingForceMajeureId = '0199f0a0-0000-7000-8000-000000000042';

export const serviceLevelEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'ByLeasingOutageChanged',
    version: 1,
    description: 'An interruption of the cabinet was recorded, made known or ended (перерыв, сбой).',
    example: { byLeasingOutageId: '0199f0a0-0000-7000-8000-000000000043', kind: 'FAULT', state: 'RESTORED' },
  },
  {
    type: 'ByLeasingDutyMissed',
    version: 1,
    description: 'A duty was not done in its time (неисполненная обязанность).',
    example: { byLeasingMissedDutyId, code: 'BY_LEASING_RECOVERY_OVERDUE' },
  },
  {
    type: 'ByLeasingForceMajeureRecorded',
    version: 1,
    description: 'An event that nobody answers for was recorded (непреодолимая сила).',
    example: { byLeasingForceMajeureId },
  },
  {
    type: 'ByLeasingDutyExcused',
    version: 1,
    description: 'Force majeure excuses a missed duty.',
    example: { byLeasingMissedDutyId, byLeasingForceMajeureId },
  },
];
