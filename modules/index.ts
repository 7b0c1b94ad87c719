import type { ModuleDefinition } from '../schema/base';
import { auditModule } from './audit';
import { calendarModule } from './calendar';
import { clientsModule } from './clients';
import { databaseModule } from './database';
import { deadlinesModule } from './deadlines';
import { eventsModule } from './events';
import { lendersModule } from './lenders';
import { moneyModule } from './money';
import { rulesModule } from './rules';

/** The core modules, in no particular order: `requires` orders them. */
export const coreModules: readonly ModuleDefinition[] = [
  auditModule,
  calendarModule,
  clientsModule,
  databaseModule,
  deadlinesModule,
  eventsModule,
  lendersModule,
  moneyModule,
  rulesModule,
];
