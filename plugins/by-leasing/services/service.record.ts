import type { CommandContext } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import { enforce, type Finding, uphold } from '../../../modules/rules';
import type { AccountRecord } from '../accounts/account.record';
import { cite } from '../cite';
import { openTo, type Service, serviceCodes } from './service-list';

export interface ServiceChangeRecord {
  readonly lenderId: string;
  readonly service: string;
  readonly enabled: boolean;
  readonly effectiveFrom: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
}

const readChanges = statement<ServiceChangeRecord>(
  'by_leasing_service_changes',
  `select lender_id as "lenderId", service, enabled, effective_from as "effectiveFrom", changed_by as "changedBy", changed_at as "changedAt"
   from by_leasing.service_change where lender_id = any($1) order by effective_from desc, changed_at desc, id desc`,
);

/** Changes of the list of services, the last to come first. */
export const serviceChangesByLender = listLoader(readChanges, (row) => row.lenderId);

/** Whether a service is offered at a moment; it is, unless it was switched off. */
export function offeredAt(changes: readonly ServiceChangeRecord[], service: Service, at: Date): boolean {
  return changes.find((change) => change.service === service && change.effectiveFrom.getTime() <= at.getTime())?.enabled ?? true;
}

/** Services that are offered to a kind of client at a moment. */
export function servicesFor(changes: readonly ServiceChangeRecord[], kind: AccountRecord['kind'], at: Date): readonly Service[] {
  enforce(cite('by-leasing/3.13'));
  enforce(cite('by-leasing/9.4.1'));
  return serviceCodes.filter((service) => openTo(service, kind) && offeredAt(changes, service, at));
}

/** What stands in the way of a service as such: it is not granted to this kind of client, or is switched off. */
export async function serviceFindings(
  context: CommandContext,
  { kind }: Pick<AccountRecord, 'kind'>,
  service: Service,
): Promise<Finding[]> {
  const changes = await context.transaction.query(readChanges, [[context.lender.id]]);
  const offered = offeredAt(changes, service, new Date(context.now.epochMilliseconds));
  const facts = { service };
  return [
    uphold(cite('by-leasing/10.2'), openTo(service, kind), 'BY_LEASING_ACCESS_DENIED', facts),
    uphold([cite('by-leasing/2.2/licence'), cite('by-leasing/3.13')], offered, 'BY_LEASING_FUNCTION_UNAVAILABLE', facts),
  ].filter((finding) => finding !== null);
}
