import type { ModuleDefinition } from '../schema/base';
import { databaseModule } from './database';
import { lendersModule } from './lenders';

/** The core modules, in no particular order: `requires` orders them. */
export const coreModules: readonly ModuleDefinition[] = [databaseModule, lendersModule];
