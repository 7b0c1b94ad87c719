import { createHash } from 'node:crypto';
import type { Caller } from '../../modules/access';
import { canonicalJson } from '../../modules/audit';
import type { GraphContext } from '../../modules/commands';
import type { PreparedOperation } from '../executor';
import { resumeVariables } from './resume-variables';

/** The parts of a caller that the key holds. Whatever else of it an execution looks at makes the result one reader's own. */
export const SHARED_OF_CALLER = ['kind', 'lenderId', 'clientId', 'scopes'] as const satisfies ReadonlyArray<keyof Caller>;

/**
 * What two subscribers must have in common for one execution to answer both: derived schema, document and operation (all
 * three in the prepared operation), the variables but for the place in the log, the lender as both know it, and the rights.
 */
export function sharingKey(prepared: PreparedOperation, variables: Readonly<Record<string, unknown>>, context: GraphContext): string {
  const resuming = resumeVariables(prepared);
  const declared = (prepared.operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const given = declared.filter((name) => !resuming.has(name) && variables[name] !== undefined);
  const { caller, lender, locale, visiblePlugins } = context;
  const rights = SHARED_OF_CALLER.map((part) => {
    const value = caller[part];
    return value instanceof Set ? [...value].sort() : value;
  });
  const key = [
    numberOf(prepared.schema),
    numberOf(prepared),
    lender && numberOf(lender),
    locale,
    rights,
    [...(visiblePlugins ?? [])].sort(),
    given.sort().map((name) => [name, variables[name]]),
  ];
  return createHash('sha256').update(canonicalJson(key)).digest('base64');
}

const numbers = new WeakMap<object, number>();
let next = 0;

/** Schemas, operations and lenders are the same when they are the same object: each is made anew when anything in it changes. */
function numberOf(object: object): number {
  const known = numbers.get(object) ?? ++next;
  numbers.set(object, known);
  return known;
}
