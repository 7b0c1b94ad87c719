import type { DocumentNode } from 'graphql';
import type { LexgraphError } from '../../schema/base';
import type { Limits } from './limits';
import { limitErrors } from './limits.errors';
import { repeatsIn } from './repeats';
import type { Shape } from './shape';

/** The limits that an operation goes over; empty: it may run. */
export function checkLimits(shape: Shape, limits: Limits, variables: Readonly<Record<string, unknown>>): LexgraphError[] {
  const errors: LexgraphError[] = [];
  const check = (code: Parameters<typeof limitErrors.error>[0], found: number, limit: number): void => {
    if (found > limit) errors.push(limitErrors.error(code, { found: Math.ceil(found), limit }));
  };
  check('QUERY_TOO_DEEP', shape.depth, limits.depth);
  check('QUERY_TOO_MANY_ALIASES', shape.aliases, limits.aliases);
  check('QUERY_TOO_MANY_ROOT_FIELDS', shape.rootFields, limits.rootFields);
  check('VARIABLES_TOO_MANY', valuesIn(variables, limits.values), limits.values);
  check('QUERY_TOO_COSTLY', shape.costOf(variables), limits.cost);
  return errors;
}

/** Why a parsed document is not even validated; null: it may be. */
export function refusalOfRepeats(document: DocumentNode, { repeats: limit }: Limits): LexgraphError | null {
  const found = repeatsIn(document);
  return found > limit ? limitErrors.error('QUERY_TOO_REPETITIVE', { found, limit }) : null;
}

/** How many values there are at any depth; counted no further than is too many. Without recursion: JSON may nest without end. */
function valuesIn(variables: object, limit: number): number {
  const waiting: object[] = [variables];
  let count = 0;
  for (let next = waiting.pop(); next && count <= limit; next = waiting.pop()) {
    for (const value of Object.values(next)) {
      count += 1;
      if (typeof value === 'object' && value !== null) waiting.push(value);
    }
  }
  return count;
}
