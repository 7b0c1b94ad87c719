import { byLeasing } from './by-leasing';
import { byPledge } from './by-pledge';
import type { PluginDefinition } from './kit';
import { ruMfo } from './ru-mfo';

/** The installed plugins: the only place where they are named. */
export const installedPlugins: readonly PluginDefinition[] = [byLeasing, byPledge, ruMfo];
