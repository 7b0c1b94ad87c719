import type { CommandContext } from '../commands';
import { statement } from '../database';

/** What became of a contract that a client concluded. */
export interface ContractHistory {
  readonly id: string;
  readonly applicationId: string;
  readonly status: 'ACTIVE' | 'CLOSED';
  readonly termDays: number;
  /** Days, ISO 8601: of the conclusion, of the term's last day, and of the last repayment of principal once none is owed. */
  readonly concludedOn: string;
  readonly dueOn: string;
  readonly repaidOn: string | null;
}

const ofClient = statement<ContractHistory>(
  'contracts_history_of_client',
  `select c.id, c.application_id as "applicationId", c.status, (c.terms->>'termDays')::int as "termDays",
     c.concluded_on::text as "concludedOn", c.terms->>'dueOn' as "dueOn",
     case when p.owed <= 0 then p.last_on::text end as "repaidOn"
   from core.contract c
   left join lateral (
     select sum(amount) as owed, max(on_day) filter (where amount < 0) as last_on
     from core.posting where lender_id = c.lender_id and contract_id = c.id and component = 'PRINCIPAL'
   ) p on true
   where c.client_id = $1 and c.status in ('ACTIVE', 'CLOSED') order by c.concluded_on desc, c.concluded_at desc, c.id desc`,
);

/** The contracts that a client concluded, the latest first. */
export function contractHistoryOf(context: CommandContext, clientId: string): Promise<readonly ContractHistory[]> {
  return context.transaction.query(ofClient, [clientId]);
}
