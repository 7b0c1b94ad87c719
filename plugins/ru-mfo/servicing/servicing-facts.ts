import type { ServicedContract } from '../../../modules/contracts';
import { type Queryable, statement } from '../../../modules/database';
import { Decimal } from '../../../schema/base';

/** What this plugin keeps of a running contract that its servicing needs. */
export interface ServicingFacts {
  /** Paid services of the loan less what was given back for them, roubles; those of prolongations are costs in the ledger. */
  readonly services: Decimal;
  /** Whether the contract has a credit limit. */
  readonly isLine: boolean;
}

const paidServices = statement<{ applicationId: string; paid: string }>(
  'ru_mfo_servicing_services',
  `select application_id as "applicationId",
     sum(price - coalesce(refunded_to_debt, 0) - coalesce(refunded_to_client, 0))::text as paid
   from ru_mfo.addon where application_id = any($1) and occasion = 'LOAN' and charged_at is not null group by application_id`,
);
const lines = statement<{ applicationId: string }>(
  'ru_mfo_servicing_lines',
  'select application_id as "applicationId" from ru_mfo.credit_line where application_id = any($1)',
);

/** Reads the facts of some contracts, by the contract's id. */
export async function readFacts(database: Queryable, contracts: readonly ServicedContract[]): Promise<ReadonlyMap<string, ServicingFacts>> {
  const applications = contracts.map(({ applicationId }) => applicationId);
  const services = new Map((await database.query(paidServices, [applications])).map(({ applicationId, paid }) => [applicationId, paid]));
  const limits = new Set((await database.query(lines, [applications])).map(({ applicationId }) => applicationId));
  return new Map(
    contracts.map(({ id, applicationId }) => [
      id,
      { services: new Decimal(services.get(applicationId) ?? 0), isLine: limits.has(applicationId) },
    ]),
  );
}
