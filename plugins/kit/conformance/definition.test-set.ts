import { isDeepStrictEqual } from 'node:util';
import { checkPlugin } from '../checks';
import { findCollisions } from '../collisions';
import { pluginProblem } from '../problem';
import { asProblem } from './as-problems';
import type { ConformanceTest } from './conformance';

export const definitionTests: readonly ConformanceTest[] = [
  { name: 'is sound as a definition', run: (plugin) => checkPlugin(plugin).map(asProblem) },
  {
    name: 'is frozen to the bottom',
    run: (plugin) =>
      thawed(plugin, plugin.id).map((contribution) => asProblem(pluginProblem('PLUGIN_NOT_FROZEN', { plugin: plugin.id, contribution }))),
  },
  {
    name: 'claims nothing that a required plugin has',
    run: (plugin, _, { required = [] }) => findCollisions([...required, plugin]).map(asProblem),
  },
  {
    name: 'shows events whose examples survive JSON',
    run: (plugin) =>
      plugin.eventTypes
        .filter(({ example }) => !survivesJson(example))
        .map(({ type }) => asProblem(pluginProblem('PLUGIN_EVENT_EXAMPLE', { plugin: plugin.id, contribution: type }))),
  },
];

/** Paths of plain objects and arrays that can still be written to. */
function thawed(value: unknown, path: string, seen: Set<unknown> = new Set()): string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  const prototype = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return [];
  seen.add(value);
  return [
    ...(Object.isFrozen(value) ? [] : [path]),
    ...Object.entries(value).flatMap(([key, inner]) => thawed(inner, `${path}.${key}`, seen)),
  ];
}

const survivesJson = (example: unknown): boolean =>
  typeof example === 'object' && example !== null && isDeepStrictEqual(JSON.parse(JSON.stringify(example)), example);
