import { type ASTNode, Kind, visit } from 'graphql';
import type { PreparedOperation } from '../executor';

/** The argument by which a subscription is resumed. It says where a reader stands in the log, not what an event looks like. */
const RESUME = 'after';

const known = new WeakMap<PreparedOperation, ReadonlySet<string>>();

/** Variables that are used to resume and for nothing else: readers may differ in them and still be told the same. */
export function resumeVariables(prepared: PreparedOperation): ReadonlySet<string> {
  const found = known.get(prepared);
  if (found) return found;
  const { document, operation } = prepared;
  const resuming = new Map<string, number>();
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    for (const { name, value } of field.arguments ?? [])
      if (name.value === RESUME && value.kind === Kind.VARIABLE) add(resuming, value.name.value);
  }
  const used = new Map<string, number>();
  for (const definition of document.definitions) countUses(definition, used);
  const only = new Set([...resuming].filter(([name, count]) => used.get(name) === count).map(([name]) => name));
  known.set(prepared, only);
  return only;
}

function countUses(node: ASTNode, used: Map<string, number>): void {
  visit(node, {
    VariableDefinition: () => false,
    Variable({ name }) {
      add(used, name.value);
    },
  });
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
