import type { ModuleDefinition } from '../schema/base';
import { auditModule } from './audit';
import { databaseModule } from './database';
import { eventsModule } from './events';
import { lendersModule } from './lenders';

/** The core modules, in no particular order: `requires` orders them. */
export const coreModules: readonly ModuleDefinition[] = [auditModule, databaseModule, eventsModule, lendersModule];
