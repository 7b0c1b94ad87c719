import type { Facts, LexgraphError } from './base';
import { schemaErrors } from './schema.errors';

type SchemaCode = Parameters<typeof schemaErrors.error>[0];

/** One thing wrong with the declared graph, with its owner and place as facts. */
export type Problem = LexgraphError;

export function problem(code: SchemaCode, facts: Facts & { readonly owner: string; readonly place: string }): Problem {
  return schemaErrors.error(code, facts);
}

/** The graph cannot be served; holds every problem found, not the first only. */
export class SchemaBuildError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`The graph does not compose:\n${problems.map((found) => `- ${found.definition.code}: ${found.message}`).join('\n')}`);
  }

  get codes(): string[] {
    return this.problems.map((found) => found.definition.code);
  }
}
