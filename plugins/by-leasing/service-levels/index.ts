import { CreateByLeasingServiceLevels1700000003061 } from './create-service-levels.migration';
import { ForceMajeureEntity } from './force-majeure.entity';
import { MissedDutyEntity } from './missed-duty.entity';
import { outageRecoveryDeadline } from './outage.commands';
import { OutageEntity } from './outage.entity';
import { serviceLevelEventTypes } from './service-level-events';
import { serviceLevelTexts } from './service-levels.errors';
import { ServiceLevelResolver } from './service-levels.resolver';
import { trackedDutyDeadline } from './tracked-duty.commands';
import { TrackedDutyEntity } from './tracked-duty.entity';

export { MISSED_DUTY_EVENTS, type MissedDuty, recordMissedDuty } from './missed-duty';

/** Interruptions and their 72 hours, force majeure, missed and additional duties. */
export const serviceLevels = {
  entities: [OutageEntity, ForceMajeureEntity, MissedDutyEntity, TrackedDutyEntity],
  migrations: [CreateByLeasingServiceLevels1700000003061],
  eventTypes: serviceLevelEventTypes,
  deadlines: [outageRecoveryDeadline, trackedDutyDeadline],
  resolvers: [ServiceLevelResolver],
  texts: serviceLevelTexts,
} as const;
