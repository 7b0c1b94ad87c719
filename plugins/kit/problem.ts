import type { Facts, LexgraphError } from '../../schema/base';
import { kitErrors } from './kit.errors';

type KitCode = Parameters<typeof kitErrors.error>[0];

/** One thing wrong with a plugin: which plugin, which contribution, and what to do about it. */
export type PluginProblem = LexgraphError;

export function pluginProblem(code: KitCode, facts: Facts & { readonly plugin: string; readonly contribution: string }): PluginProblem {
  return kitErrors.error(code, facts);
}

/** Plugins cannot be installed as they are; holds every problem found, not the first only. */
export class PluginError extends Error {
  constructor(readonly problems: readonly PluginProblem[]) {
    super(`Plugins cannot be installed:\n${problems.map((found) => `- ${found.definition.code}: ${found.message}`).join('\n')}`);
  }

  get codes(): string[] {
    return this.problems.map((found) => found.definition.code);
  }
}
