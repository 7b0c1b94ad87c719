import type { CommandContext } from '../../../modules/commands';
import { statement } from '../../../modules/database';
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

const breachAt = statement<{ found: boolean }>(
  'by_leasing_breach_of_security_at',
  `select exists (select from by_leasing.breach where client_id = $1 and clause like 'by-leasing/9.2.4%' and state <> 'DISMISSED'
     and occurred_at <= $2 and (settled_at is null or settled_at > $2)) as found`,
);

/** Whose an operation of a moment is: what is done after identification and authentication is the client's, and so is all in a time of careless use. */
export async function attributionAt(context: CommandContext, clientId: string, at: Date): Promise<Attribution> {
  const [row] = await context.transaction.query(breachAt, [clientId, at]);
  const careless = row!.found;
  const presumed = cite('by-leasing/11.7');
  const finding = uphold(presumed, !careless, 'BY_LEASING_PRESUMED_CLIENT', {}, { severity: 'INFO' });
  return { attribution: 'CLIENT', basis: [enforce(cite('by-leasing/3.7')), ...(careless ? [presumed.clause] : [])], finding };
}
