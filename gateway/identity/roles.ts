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
  PARTNER: ['lenders:read', 'applications:read', 'decisions:read', 'events:read', 'webhooks:read', 'webhooks:write'],
  OPERATOR: [
    'lenders:read',
    'events:read',
    'rules:read',
    'audit:read',
    'access:read',
    'access:write',
    'plugins:read',
    'plugins:write',
    'webhooks:read',
    'webhooks:write',
  ],
});

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && Object.hasOwn(SCOPES_OF_ROLE, value);
}

/** A scope that a plugin brings, and the roles that get it. */
export interface Permission {
  readonly scope: string;
  readonly roles: readonly Role[];
}

/** What each role may do in one installation: the table above and what plugins add for their own fields. */
export class RoleTable {
  private readonly byRole: ReadonlyMap<string, readonly string[]>;
  private readonly every: ReadonlySet<string>;
  private readonly sets = new Map<string, ReadonlySet<string>>();

  constructor(permissions: readonly Permission[] = []) {
    this.byRole = new Map(
      Object.entries(SCOPES_OF_ROLE).map(([role, scopes]) => {
        const added = permissions.filter(({ roles }) => roles.includes(role as Role)).map(({ scope }) => scope);
        return [role, [...scopes, ...added]];
      }),
    );
    this.every = new Set([...this.byRole.values()].flat());
  }

  /** Every scope that some role has. */
  get scopes(): ReadonlySet<string> {
    return this.every;
  }

  rolesWith(scope: string): Role[] {
    return [...this.byRole].filter(([, scopes]) => scopes.includes(scope)).map(([role]) => role as Role);
  }

  /**
   * Scopes of a caller: its role's, narrowed by those that the token names. Words of other systems (`openid`) narrow
   * nothing; a token cannot have more than its role. Equal rights give the same set.
   */
  scopesOf(role: Role, named: readonly string[] = []): ReadonlySet<string> {
    const ours = named.filter((scope) => this.every.has(scope));
    const all = this.byRole.get(role) ?? [];
    const granted = ours.length > 0 ? all.filter((scope) => ours.includes(scope)) : all;
    const key = granted.join(' ');
    const known = this.sets.get(key) ?? new Set(granted);
    this.sets.set(key, known);
    return known;
  }
}
