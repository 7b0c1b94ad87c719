import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import type { GraphContext } from '../../modules/commands';
import { checkScopes, type Requirement, requirementsOf } from '../../schema';
import { checkLimits, type Limits, type Shape, shapeOf } from '../limits';
import { executorErrors } from './executor.errors';
import { LruCache } from './lru-cache';
import { type Plan, planOf } from './plan';
import type { ErrorFormatter } from './public-error';
import { literalHoldsNul, refusalOfNul } from './unstorable-text';

type Variables = Readonly<Record<string, unknown>>;

/** Who may ask the graph about itself. */
export type Introspection = 'OFF' | 'SIGNED_IN' | 'PUBLIC';

/** A validated operation with everything that is worth knowing only once. */
export interface PreparedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly requirements: readonly Requirement[];
  readonly shape: Shape;
  /** Whether a text literal holds U+0000. */
  readonly holdsNul: boolean;
  /** Compiled on first use: a refused operation costs no compilation. */
  plan(): Plan;
}

/** A result whose errors are ready to leave. */
export interface FormattedResult {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

export interface ExecutorOptions {
  readonly limits: Limits;
  readonly introspection: Introspection;
  readonly formatError: ErrorFormatter;
  /** Operations kept prepared per schema. */
  readonly cacheSize?: number;
}

/** Runs validated operations on any schema: limits first, scopes second, then compiled code. The same for every transport. */
export class Executor {
  private readonly prepared = new WeakMap<GraphQLSchema, LruCache<DocumentNode, Map<string, PreparedOperation>>>();

  constructor(readonly options: ExecutorOptions) {}

  /** Null when the document has no such operation. */
  prepare(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null): PreparedOperation | null {
    const cache = this.prepared.get(schema) ?? new LruCache(this.options.cacheSize ?? 500);
    this.prepared.set(schema, cache);
    const byName = cache.get(document) ?? new Map<string, PreparedOperation>();
    const known = byName.get(operationName ?? '');
    if (known) return known;
    const operation = getOperationAST(document, operationName);
    if (!operation) return null;
    let plan: Plan | undefined;
    const prepared: PreparedOperation = {
      schema,
      document,
      operation,
      requirements: requirementsOf(schema, document, operation),
      shape: shapeOf(schema, document, operation),
      holdsNul: literalHoldsNul(document),
      plan: () => {
        plan ??= planOf(schema, document, operation);
        return plan;
      },
    };
    byName.set(operationName ?? '', prepared);
    cache.set(document, byName);
    return prepared;
  }

  /** Why this caller may not run the operation; null: it may. */
  refuse({ shape, requirements, holdsNul }: PreparedOperation, variables: Variables, context: GraphContext): FormattedResult | null {
    const { limits, introspection } = this.options;
    const errors = checkLimits(shape, limits, variables);
    const unstorable = refusalOfNul(variables, holdsNul);
    if (unstorable) errors.push(unstorable);
    if (shape.introspects && introspection === 'OFF') errors.push(executorErrors.error('INTROSPECTION_OFF'));
    const needed = shape.introspects && introspection === 'SIGNED_IN' ? [...requirements, INTROSPECTION] : requirements;
    errors.push(...checkScopes(needed, context.caller));
    return errors.length > 0 ? { errors: errors.map((error) => this.options.formatError(error, context)) } : null;
  }

  /** Runs a query or a mutation. A missing `data` means that nothing ran. */
  async execute(prepared: PreparedOperation, variables: Variables, context: GraphContext): Promise<FormattedResult> {
    return this.format(await prepared.plan().run(context, variables), context);
  }

  /** Opens the source of a subscription: one row for each thing that happens. Or says why it does not open. */
  async openSource(
    prepared: PreparedOperation,
    variables: Variables,
    context: GraphContext,
  ): Promise<AsyncIterable<unknown> | FormattedResult> {
    const { schema, document, operation } = prepared;
    try {
      const opened = await createSourceEventStream({
        schema,
        document,
        operationName: operation.name?.value,
        contextValue: context,
        variableValues: variables as Record<string, unknown>,
      });
      return Symbol.asyncIterator in opened ? opened : this.format(asInputFailure(opened), context);
    } catch (error) {
      return { errors: [this.options.formatError(error, context)] };
    }
  }

  /** What a subscription tells of one row of its source: the same for streams of every transport and for deliveries. */
  runForEvent(
    prepared: PreparedOperation,
    variables: Variables,
    context: GraphContext,
    row: unknown,
  ): FormattedResult | Promise<FormattedResult> {
    const result = prepared.plan().run(context, variables, row);
    return result instanceof Promise ? result.then((later) => this.format(later, context)) : this.format(result, context);
  }

  /** Makes the errors of a result fit to leave. */
  format(result: ExecutionResult, context: GraphContext): FormattedResult {
    if (!result.errors) return result;
    const errors = result.errors.map((error) => this.options.formatError(error, context));
    return result.data === undefined ? { errors } : { data: result.data, errors };
  }
}

const INTROSPECTION: Requirement = { scope: 'signed-in', field: '__schema', path: ['__schema'] };

/** A subscription that could not open because of its variables says so with a code. */
function asInputFailure(result: ExecutionResult): ExecutionResult {
  const inputOnly = result.errors?.every((error) => /^Variable "\$/.test(error.message) && !error.path);
  if (!inputOnly) return result;
  for (const error of result.errors ?? []) error.extensions.code ??= 'BAD_USER_INPUT';
  return result;
}
