import type { RowScope } from '../database';
import type { EventRow } from './event-row';

/** Which events are asked for; what is absent does not narrow. */
export interface EventFilter {
  readonly types?: readonly string[];
  readonly subject?: { readonly type: string; readonly id: string };
  readonly applicationId?: string;
  readonly clientId?: string;
  readonly plugin?: string;
  /** Events of other plugins do not exist for this reader; events of the core do. */
  readonly visiblePlugins?: ReadonlySet<string>;
  /** Types that need a scope which this reader does not hold. */
  readonly hiddenTypes?: ReadonlySet<string>;
}

interface Condition {
  /** Letter in the statement's name: each combination is a prepared statement of its own, so that its plan fits. */
  readonly key: string;
  readonly sql: (placeholder: (value: unknown) => string) => string;
  readonly matches: (row: EventRow) => boolean;
}

/** A filter for SQL and for rows in memory, from one place, so that back-fill and live cannot differ. */
export function conditionsOf(filter: EventFilter, scope: RowScope): readonly Condition[] {
  const conditions: Condition[] = [];
  const equal = (key: string, column: string, value: string | undefined | null, of: (row: EventRow) => string | null) => {
    if (value === undefined || value === null) return;
    conditions.push({ key, sql: ($) => `${column} = ${$(value)}`, matches: (row) => of(row) === value });
  };
  // Row-level security says the same; an index can only serve it when the query says it too.
  equal('o', 'client_id', scope.clientId, (row) => row.clientId);
  equal('c', 'client_id', filter.clientId, (row) => row.clientId);
  equal('a', 'application_id', filter.applicationId, (row) => row.applicationId);
  equal('s', 'subject_id', filter.subject?.id, (row) => row.subject.id);
  equal('k', 'subject_type', filter.subject?.type, (row) => row.subject.type);
  equal('p', 'plugin', filter.plugin, (row) => row.plugin);
  const { types, visiblePlugins, hiddenTypes } = filter;
  if (types) {
    const wanted = new Set(types);
    conditions.push({ key: 't', sql: ($) => `type = any(${$([...wanted])}::text[])`, matches: (row) => wanted.has(row.type) });
  }
  if (visiblePlugins) {
    conditions.push({
      key: 'v',
      sql: ($) => `(plugin is null or plugin = any(${$([...visiblePlugins])}::text[]))`,
      matches: (row) => row.plugin === null || visiblePlugins.has(row.plugin),
    });
  }
  if (hiddenTypes && hiddenTypes.size > 0) {
    conditions.push({
      key: 'h',
      sql: ($) => `type <> all(${$([...hiddenTypes])}::text[])`,
      matches: (row) => !hiddenTypes.has(row.type),
    });
  }
  return conditions;
}

type Matcher = (row: EventRow) => boolean;

const matchers = new Map<string, WeakRef<Matcher>>();
const unused = new FinalizationRegistry<string>((key) => {
  if (!matchers.get(key)?.deref()) matchers.delete(key);
});

/**
 * Whether a row belongs to the scope and passes the filter: what row-level security and the query say, in memory.
 * Readers of equal filter and scope share one matcher, which looks at a row once for all of them in turn.
 */
export function matcherOf(filter: EventFilter, scope: RowScope): Matcher {
  const key = JSON.stringify([filter, scope], (_name, value) => (value instanceof Set ? [...value].sort() : value));
  const known = matchers.get(key)?.deref();
  if (known) return known;
  const conditions = conditionsOf(filter, scope);
  let seen: EventRow | null = null;
  let answer = false;
  const matcher: Matcher = (row) => {
    if (row !== seen) {
      answer = row.lenderId === scope.lenderId && conditions.every((condition) => condition.matches(row));
      seen = row;
    }
    return answer;
  };
  matchers.set(key, new WeakRef(matcher));
  unused.register(matcher, key);
  return matcher;
}
