import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { canCompile } from './can-compile';

type Variables = Readonly<Record<string, unknown>>;

/** Wrong values told of at once, as graphql-js has it. */
const MOST_INPUT_ERRORS = 50;

/** A way to run one operation of one document on one schema. */
export interface Plan {
  /** Whether the operation was compiled; otherwise graphql-js interprets it. */
  readonly compiled: boolean;
  run(context: unknown, variables: Variables, root?: unknown): Promise<ExecutionResult> | ExecutionResult;
}

/** Compiles an operation with graphql-jit, or leaves it to graphql-js where compiled code is known to differ. */
export function planOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan {
  return (canCompile(schema, document, operation) && compile(schema, document, operation)) || interpret(schema, document, operation);
}

function compile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan | null {
  const compiled = compileQuery(schema, document, operation.name?.value, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(compiled)) return null;
  return {
    compiled: true,
    run(context, variables, root = {}) {
      const repair = (result: ExecutionResult): ExecutionResult => {
        if (!result.errors) return result;
        return result.data === undefined
          ? { errors: inputErrors(variables, result.errors) }
          : { ...result, errors: result.errors.map(asRealError) };
      };
      try {
        const result = compiled.query(root, context, variables as Record<string, unknown>);
        return isPromise(result) ? result.then(repair, rejected) : repair(result);
      } catch (error) {
        return rejected(error);
      }
    },
  };

  /** Compiled code names the variable only; graphql-js tells the place inside it and keeps a scalar's own code. */
  function inputErrors(variables: Variables, compiledErrors: readonly GraphQLError[]): GraphQLError[] {
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables as Record<string, unknown>, {
      maxErrors: MOST_INPUT_ERRORS,
    });
    return (errors ?? compiledErrors).map(asInputError);
  }
}

function interpret(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Plan {
  const operationName = operation.name?.value;
  return {
    compiled: false,
    async run(contextValue, variables, rootValue = {}) {
      try {
        const result = await execute({
          schema,
          document,
          operationName,
          contextValue,
          rootValue,
          variableValues: variables as Record<string, unknown>,
        });
        return result.data === undefined && result.errors ? { errors: result.errors.map(asInputError) } : result;
      } catch (error) {
        return rejected(error);
      }
    },
  };
}

/** Errors of compiled code only look like GraphQL errors: this is one, with the path and what was thrown. */
function asRealError(error: GraphQLError): GraphQLError {
  const real = new GraphQLError(error.message, {
    path: error.path,
    originalError: error.originalError,
    extensions: error.originalError ? undefined : error.extensions,
  });
  if (error.locations) Object.defineProperty(real, 'locations', { value: error.locations, enumerable: true });
  return real;
}

/** Without data, nothing ran: the variables did not fit. A scalar's own code stays. */
function asInputError(error: GraphQLError): GraphQLError {
  const options = { nodes: error.nodes, source: error.source, positions: error.positions, originalError: error.originalError };
  return new GraphQLError(error.message, { ...options, extensions: { code: 'BAD_USER_INPUT', ...error.extensions } });
}

function rejected(error: unknown): ExecutionResult {
  return {
    data: null,
    errors: [
      new GraphQLError('Execution failed.', {
        originalError: error instanceof Error ? error : new Error('A value that is no error was thrown.'),
      }),
    ],
  };
}

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof (value as Promise<T>).then === 'function';
}
