import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse, validate } from 'graphql';
import type { Clock } from '../../modules/calendar';
import type { GraphContext } from '../../modules/commands';
import type { DocumentRequest, PersistedDocuments } from '../documents';
import type { ErrorFormatter, Executor, FormattedResult, PreparedOperation } from '../executor';
import { executorErrors, LruCache } from '../executor';
import { type Limits, refusalOfRepeats } from '../limits';
import { LiveStream, type LiveStreams } from '../live';
import { httpErrors } from './http.errors';
import type { RequestFacts } from './request-facts';

/** What every transport needs of the rest of the gateway. */
export interface TransportParts {
  readonly executor: Executor;
  readonly limits: Limits;
  readonly formatError: ErrorFormatter;
  readonly documents: PersistedDocuments;
  readonly streams: LiveStreams;
  /** After which a socket without a token ends; a minute unless given. */
  readonly idleMilliseconds?: number;
  /** By which tokens end; the system's unless given. */
  readonly clock?: Clock;
  schemaFor(lenderId: string | null): GraphQLSchema;
  /** Verifies the caller and answers the request's context. @throws coded errors of the identity */
  contextFor(facts: RequestFacts): Promise<GraphContext>;
  isClosing(): boolean;
}

export interface GraphRequest extends DocumentRequest {
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** An operation that may run now, for this caller, on the schema of its lender. */
export interface AdmittedOperation {
  readonly prepared: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphContext;
}

/** Texts beyond this are read anew each time: many long ones would fill the memory. */
const LONGEST_KEPT = 16_384;

/** What judging an operation needs. */
export type AdmissionParts = Pick<TransportParts, 'executor' | 'limits' | 'formatError' | 'documents' | 'schemaFor'>;

/** Which operations may run: parsed and validated here, once per schema and text, then admitted like any other. */
export class Admission {
  private readonly documents = new WeakMap<GraphQLSchema, LruCache<string, DocumentNode>>();

  constructor(private readonly parts: AdmissionParts) {}

  /** The operation, or why it may not run. */
  async admit(request: GraphRequest, context: GraphContext): Promise<AdmittedOperation | FormattedResult> {
    const { executor, documents, schemaFor } = this.parts;
    const { operationName, variables } = request;
    let query: unknown;
    try {
      query = documents.textOf(request, context.caller);
    } catch (error) {
      return this.refused([error as GraphQLError], context);
    }
    const wellFormed =
      typeof query === 'string' &&
      (operationName == null || typeof operationName === 'string') &&
      (variables == null || (typeof variables === 'object' && !Array.isArray(variables)));
    if (!wellFormed) return this.refused([httpErrors.error('BODY_NOT_JSON')], context);
    const schema = schemaFor(context.lender?.id ?? null);
    const document = this.read(schema, query as string);
    if (Array.isArray(document)) return this.refused(document, context);
    const prepared = executor.prepare(schema, document as DocumentNode, operationName as string | null);
    if (!prepared) return this.refused([executorErrors.error('OPERATION_RESOLUTION_FAILURE')], context);
    const given = (variables ?? {}) as Readonly<Record<string, unknown>>;
    return executor.refuse(prepared, given, context) ?? { prepared, variables: given, context };
  }

  private read(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
    const cache = this.documents.get(schema) ?? new LruCache<string, DocumentNode>(200);
    this.documents.set(schema, cache);
    const known = cache.get(query);
    if (known) return known;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: this.parts.limits.tokens });
    } catch (error) {
      return [withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')];
    }
    const repetitive = refusalOfRepeats(document, this.parts.limits);
    if (repetitive) return [repetitive];
    // As Apollo does: names that a mistake comes near to are part of what introspection would tell.
    const hideSuggestions = this.parts.executor.options.introspection === 'OFF';
    const errors = validate(schema, document, undefined, { hideSuggestions });
    if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
    if (query.length <= LONGEST_KEPT) cache.set(query, document);
    return document;
  }

  private refused(errors: readonly GraphQLError[], context: GraphContext): FormattedResult {
    return { errors: errors.map((error): GraphQLFormattedError => this.parts.formatError(error, context)) };
  }
}

/** Operations on streams. */
export class StreamOperations extends Admission {
  constructor(private readonly transport: TransportParts) {
    super(transport);
  }

  /** Runs what was admitted. */
  run({ prepared, variables, context }: AdmittedOperation): Promise<LiveStream | FormattedResult> {
    const { executor, streams } = this.transport;
    return prepared.operation.operation === 'subscription'
      ? streams.open(prepared, variables, context)
      : executor.execute(prepared, variables, context);
  }
}

export function isStream(result: LiveStream | FormattedResult): result is LiveStream {
  return result instanceof LiveStream;
}

export function isAdmitted(result: AdmittedOperation | FormattedResult): result is AdmittedOperation {
  return 'prepared' in result;
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, originalError } = error;
  return new GraphQLError(message, { nodes, source, positions, originalError, extensions: { ...error.extensions, code } });
}
