import { listLoader, statement } from '../../../modules/database';
import { enforce, type Finding, uphold } from '../../../modules/rules';
import { cite } from '../cite';

export interface Attribution {
  /** Whose the operation is held to be. */
  readonly attribution: 'CLIENT';
  /** Clauses by which it is. */
  readonly basis: readonly string[];
  /** Says that the client's rules of safe use were broken at that time; null where they were not. */
  readonly finding: Finding | null;
}

interface SecurityBreach {
  readonly clientId: string;
  readonly occurredAt: Date;
  readonly settledAt: Date | null;
}

/** Breaches of the rules of safe use by a client, those found to be none left out. */
export const securityBreachesByClient = listLoader(
  statement<SecurityBreach>(
    'by_leasing_security_breaches',
    `select client_id as "clientId", occurred_at as "occurredAt", settled_at as "settledAt" from by_leasing.breach
     where client_id = any($1) and clause like 'by-leasing/9.2.4%' and state <> 'DISMISSED'`,
  ),
  (row) => row.clientId,
);

/** Whose an operation of a moment is: what is done after identification and authentication is the client's, and so is all in a time of careless use. */
export function attributionAt(breaches: readonly SecurityBreach[], at: Date): Attribution {
  const careless = breaches.some(({ occurredAt, settledAt }) => occurredAt <= at && (settledAt === null || settledAt > at));
  const presumed = cite('by-leasing/11.7');
  const finding = uphold(presumed, !careless, 'BY_LEASING_PRESUMED_CLIENT', {}, { severity: 'INFO' });
  return { attribution: 'CLIENT', basis: [enforce(cite('by-leasing/3.7')), ...(careless ? [presumed.clause] : [])], finding };
}
