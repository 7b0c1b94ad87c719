import type { CommandContext } from '../commands';
import { statement } from '../database';

/** A contract by which a client owes money, or will once it is provided. */
export interface OpenContract {
  readonly id: string;
  readonly applicationId: string;
  readonly status: 'AWAITING_TRANSFER' | 'ACTIVE';
  /** Decimal string: the sum that waits to be provided, or the principal that is still owed. */
  readonly principalOwed: string;
  /** Decimal string: the accepted sum. */
  readonly principal: string;
  readonly termDays: number;
}

const openOfClient = statement<OpenContract>(
  'contracts_open_of_client',
  `select c.id, c.application_id as "applicationId", c.status, c.terms->>'principal' as principal, (c.terms->>'termDays')::int as "termDays",
     case when c.status = 'AWAITING_TRANSFER' then c.terms->>'principal' else coalesce(l.principal, 0)::text end as "principalOwed"
   from core.contract c
   left join core.ledger l on l.lender_id = c.lender_id and l.contract_id = c.id
   where c.client_id = $1 and c.status in ('AWAITING_TRANSFER', 'ACTIVE') order by c.accepted_at, c.id`,
);

/** The contracts of a client that are open or wait for their money, the oldest first. */
export function openContractsOf(context: CommandContext, clientId: string): Promise<readonly OpenContract[]> {
  return context.transaction.query(openOfClient, [clientId]);
}
