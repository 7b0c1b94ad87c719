import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { graphDetails, ownerOfField } from '../../schema';
import { PRICES } from './limits';

type Variables = Readonly<Record<string, unknown>>;

/** What an operation asks for, known before it runs. Introspection fields count for nothing here: they have a switch of their own. */
export interface Shape {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly introspects: boolean;
  /** Weight of the operation with these variables. */
  costOf(variables: Variables): number;
}

/** A selection measured once: its depth, its counts, and how its cost follows from variables. */
interface Measure {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  cost(variables: Variables, memo: Map<Measure, number>): number;
}

const NOTHING: Measure = { depth: 0, aliases: 0, rootFields: 0, cost: () => 0 };

/** Measures a validated operation. Each fragment is measured once, however often it is spread. */
export function shapeOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map((definition) => [definition.variable.name.value, definition.defaultValue]),
  );
  const measured = new Map<FragmentDefinitionNode, Measure>();
  let introspects = false;

  const ofSelections = (type: unknown, selections: SelectionSetNode, inConnection: boolean): Measure => {
    const parts = selections.selections.map((selection): Measure => {
      if (selection.kind === Kind.FIELD) return ofField(type, selection, inConnection);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        return ofSelections(narrowed, selection.selectionSet, inConnection);
      }
      const fragment = fragments.get(selection.name.value);
      if (!fragment) return NOTHING;
      const known = measured.get(fragment);
      if (known) return known;
      const measure = ofSelections(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet, inConnection);
      measured.set(fragment, measure);
      return measure;
    });
    return together(parts);
  };

  const ofField = (type: unknown, node: FieldNode, inConnection: boolean): Measure => {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') introspects = true;
    if (name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) return NOTHING;
    const field = type.getFields()[name];
    if (!field) return NOTHING;
    const page = pageArgument(field);
    const below = node.selectionSet ? ofSelections(getNamedType(field.type), node.selectionSet, page !== undefined) : NOTHING;
    const own = priceOf(schema, type.name, field, operation);
    // `edges` and `nodes` of a connection are the page that was already multiplied.
    const factor = page ? pageSize(node, page, defaults) : isList(field.type) && !inConnection ? () => PRICES.listLength : () => 1;
    return {
      depth: below.depth + 1,
      aliases: below.aliases + (node.alias && node.alias.value !== name ? 1 : 0),
      rootFields: 1,
      cost: (variables, memo) => own + factor(variables) * below.cost(variables, memo),
    };
  };

  const whole = ofSelections(schema.getRootType(operation.operation), operation.selectionSet, false);
  return {
    depth: whole.depth,
    aliases: whole.aliases,
    rootFields: whole.rootFields,
    introspects,
    costOf: (variables) => whole.cost(variables, new Map()),
  };
}

function together(parts: readonly Measure[]): Measure {
  const measure: Measure = {
    depth: Math.max(0, ...parts.map((part) => part.depth)),
    aliases: sum(parts.map((part) => part.aliases)),
    rootFields: sum(parts.map((part) => part.rootFields)),
    cost: (variables, memo) => {
      const known = memo.get(measure);
      if (known !== undefined) return known;
      const total = sum(parts.map((part) => part.cost(variables, memo)));
      memo.set(measure, total);
      return total;
    },
  };
  return measure;
}

function priceOf(schema: GraphQLSchema, type: string, field: GraphQLField<unknown, unknown>, operation: OperationDefinitionNode): number {
  const { complexity } = field.extensions;
  if (typeof complexity === 'number') return complexity;
  const root = schema.getRootType(operation.operation);
  if (root?.name === type && operation.operation !== 'query') return PRICES[operation.operation];
  const { ownership } = graphDetails(schema);
  const owner = ownerOfField(ownership, type, field.name);
  if (ownership.plugins.includes(owner) && ownership.types.get(type) !== owner) return PRICES.pluginField;
  return isLeafType(getNamedType(field.type)) ? 0 : PRICES.objectField;
}

function pageArgument(field: GraphQLField<unknown, unknown>): GraphQLArgument[] | undefined {
  const found = field.args.filter((argument) => argument.name === 'first' || argument.name === 'last');
  return found.length > 0 ? found : undefined;
}

/** How many items a page may hold: the argument's value, its variable's, a default, or the assumed length. */
function pageSize(
  node: FieldNode,
  page: readonly GraphQLArgument[],
  defaults: ReadonlyMap<string, unknown>,
): (variables: Variables) => number {
  for (const argument of page) {
    const given = node.arguments?.find((candidate) => candidate.name.value === argument.name)?.value;
    if (!given) continue;
    if (given.kind === Kind.INT) return constant(Number(given.value));
    if (given.kind === Kind.VARIABLE) {
      const name = given.name.value;
      const fallback = defaults.get(name) as { kind?: string; value?: string } | undefined;
      const otherwise = fallback?.kind === Kind.INT ? Number(fallback.value) : numberOr(argument.defaultValue, PRICES.listLength);
      return (variables) => Math.max(1, numberOr(variables[name], otherwise));
    }
  }
  return constant(numberOr(page.find((argument) => argument.defaultValue !== undefined)?.defaultValue, PRICES.listLength));
}

const constant = (value: number) => () => Math.max(1, value);
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' && Number.isFinite(value) ? value : otherwise);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function isList(type: unknown): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}
