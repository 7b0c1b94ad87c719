import type { BadPlugin } from './bad-plugin';
import { badDefinitions } from './definitions';
import { badGraphs } from './graphs';
import { badTables } from './tables';
import { badValidators } from './validators';

export type { BadPlugin } from './bad-plugin';
export const badPlugins: readonly BadPlugin[] = [...badDefinitions, ...badValidators, ...badGraphs, ...badTables];
