import type { ModuleDefinition } from '../schema/base';
import { accessModule } from './access';
import { applicationsModule } from './applications';
import { auditModule } from './audit';
import { calendarModule } from './calendar';
import { clientsModule } from './clients';
import { contractsModule } from './contracts';
import { databaseModule } from './database';
import { deadlinesModule } from './deadlines';
import { decisionsModule } from './decisions';
import { documentsModule } from './documents';
import { eventsModule } from './events';
import { executionModule } from './execution';
import { lendersModule } from './lenders';
import { moneyModule } from './money';
import { notificationsModule } from './notifications';
import { paymentsModule } from './payments';
import { rulesModule } from './rules';
import { signaturesModule } from './signatures';
import { webhooksModule } from './webhooks';

/** The core modules, in no particular order: `requires` orders them. */
export const coreModules: readonly ModuleDefinition[] = [
  accessModule,
  applicationsModule,
  auditModule,
  calendarModule,
  clientsModule,
  contractsModule,
  databaseModule,
  deadlinesModule,
  decisionsModule,
  documentsModule,
  eventsModule,
  executionModule,
  lendersModule,
  moneyModule,
  notificationsModule,
  paymentsModule,
  rulesModule,
  signaturesModule,
  webhooksModule,
];
