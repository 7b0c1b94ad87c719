import type { Caller } from '../../modules/access';

/** Kinds of caller that a token can name. */
export type Role = Exclude<Caller['kind'], 'ANONYMOUS' | 'SYSTEM'>;

const CLIENT = [
  'lenders:read',
  'clients:read',
  'clients:write',
  'clients:personal',
  'applications:read',
  'applications:write',
  'documents:read',
  'documents:write',
  'documents:sign',
  'contracts:read',
  'decisions:read',
  'events:read',
  'rules:read',
  'deadlines:read',
  'notifications:read',
] as const;

/** The one table of what each role may do. Rows are another matter: a CLIENT sees its own only, by row-level security. */
export const SCOPES_OF_ROLE: Readonly<Record<Role, readonly string[]>> = Object.freeze({
  CLIENT,
  OFFICER: [...CLIENT, 'applications:decide', 'contracts:write', 'payments:write', 'plugins:read'],
  PARTNER: ['lenders:read', 'applications:read', 'decisions:read', 'events:read'],
  OPERATOR: ['lenders:read', 'events:read', 'rules:read', 'audit:read', 'plugins:read', 'plugins:write'],
});

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && Object.hasOwn(SCOPES_OF_ROLE, value);
}

const sets = new Map<string, ReadonlySet<string>>();

/**
 * Scopes of a caller: its role's, narrowed by those that the token names. Words of other systems (`openid`) narrow nothing;
 * a token cannot have more than its role. Equal rights give the same set.
 */
export function scopesOf(role: Role, named: readonly string[] = []): ReadonlySet<string> {
  const ours = named.filter((scope) => scope.includes(':') && everyScope.has(scope));
  const granted = ours.length > 0 ? SCOPES_OF_ROLE[role].filter((scope) => ours.includes(scope)) : SCOPES_OF_ROLE[role];
  const key = granted.join(' ');
  const known = sets.get(key) ?? new Set(granted);
  sets.set(key, known);
  return known;
}

const everyScope: ReadonlySet<string> = new Set(Object.values(SCOPES_OF_ROLE).flat());
