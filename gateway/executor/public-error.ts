import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { type ErrorDefinition, LexgraphError, type Locale, sentence } from '../../schema/base';
import { limitErrors } from '../limits';
import { executorErrors } from './executor.errors';
import { placeOf, withoutValues } from './without-values';

/** What an error is shown for: the language of its sentence, and the id under which the log knows it. */
export interface ErrorAudience {
  readonly locale: Locale;
  readonly requestId: string;
}

/** Turns anything thrown into what a caller may see. */
export type ErrorFormatter = (error: unknown, audience: ErrorAudience) => GraphQLFormattedError;

export interface ErrorFormatterOptions {
  /** The one list: codes that may leave. */
  readonly definitions: readonly ErrorDefinition[];
  readonly logger: Pick<Logger, 'error'>;
}

/**
 * Only codes of the one list leave. Whatever else was thrown becomes INTERNAL_ERROR: its message may name hosts,
 * tables or people, so that it is neither shown nor logged; the log gets its class, its SQLSTATE and where it was thrown.
 */
export function makeErrorFormatter({ definitions, logger }: ErrorFormatterOptions): ErrorFormatter {
  const known = new Map(definitions.map((definition) => [definition.code, definition]));
  return (error, audience) => {
    const shown =
      error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error instanceof Error ? error : undefined });
    const place = { ...(shown.locations ? { locations: shown.locations } : {}), ...(shown.path ? { path: shown.path } : {}) };
    const coded = findCoded(error);
    if (coded && known.has(coded.definition.code)) {
      const { definition, facts } = coded;
      const { http: _, ...extensions } = coded.extensions;
      return { message: sentence(definition, audience.locale, facts), ...place, extensions: { ...extensions, ...inputPathOf(shown) } };
    }
    const { code } = shown.extensions;
    if (typeof code === 'string' && known.has(code) && code !== 'INTERNAL_ERROR') return fromLibrary(shown, code, place, audience);
    const { requestId } = audience;
    logger.error({ requestId, path: shown.path?.join('.'), ...traceOf(error) }, 'unexpected error');
    const internal = executorErrors.error('INTERNAL_ERROR', { requestId });
    return {
      message: sentence(internal.definition, audience.locale, internal.facts),
      ...place,
      extensions: { code: 'INTERNAL_ERROR', requestId },
    };
  };
}

/** Messages of the GraphQL libraries speak of the document only; the one about tokens becomes a limit's. */
function fromLibrary(error: GraphQLError, code: string, place: object, { locale }: ErrorAudience): GraphQLFormattedError {
  const tokens = /more that (\d+) tokens/.exec(error.message);
  if (code === 'GRAPHQL_PARSE_FAILED' && tokens) {
    const long = limitErrors.error('QUERY_TOO_LONG', { limit: Number(tokens[1]) });
    return { message: sentence(long.definition, locale, long.facts), ...place, extensions: long.extensions };
  }
  const { http: _, stacktrace: __, ...extensions } = error.extensions as Record<string, unknown>;
  return { message: withoutValues(error.message), ...place, extensions: { ...extensions, code, ...inputPathOf(error) } };
}

/** The coded error in a chain of wrappers. */
function findCoded(error: unknown): LexgraphError | undefined {
  for (let at = error, steps = 0; at instanceof Error && steps < 10; steps++) {
    if (at instanceof LexgraphError) return at;
    at = at instanceof GraphQLError ? at.originalError : at.cause;
  }
  return undefined;
}

/** Where in the variables a value was wrong, as graphql-js tells it: `input.amount`. */
function inputPathOf(error: GraphQLError): { inputPath?: string } {
  const inputPath = placeOf(error.message);
  return inputPath ? { inputPath } : {};
}

/** What the log may hold of an unexpected error: nothing that was sent or read. */
export function traceOf(error: unknown): { error: string; sqlState?: string; table?: string; at?: string[] } {
  let root: unknown = error;
  for (let steps = 0; steps < 10; steps++) {
    const inner: unknown = root instanceof GraphQLError ? root.originalError : root instanceof Error ? root.cause : undefined;
    if (!(inner instanceof Error)) break;
    root = inner;
  }
  if (!(root instanceof Error)) return { error: typeof root };
  const { code, table } = root as { code?: unknown; table?: unknown };
  return {
    error: root.constructor.name,
    ...(typeof code === 'string' && /^[0-9A-Z_]{3,40}$/.test(code) ? { sqlState: code } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    at: root.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}
