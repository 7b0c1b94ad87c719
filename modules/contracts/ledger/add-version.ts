import type { CommandContext } from '../../commands';
import { statement } from '../../database';
import type { ContractRecord } from '../contract.record';
import type { ContractTerms } from '../contract-terms';
import { cancelInstalments, startInstalments } from './instalment-deadlines';
import type { TermsVersion } from './open-day';
import { type ScheduleCause, ScheduleEntity } from './schedule.entity';

/** A version that is about to stand. */
export interface NewVersion {
  readonly terms: ContractTerms;
  /** The first day that accrues and is judged by it. */
  readonly from: string;
  readonly cause: ScheduleCause;
  /** Names the very thing that caused it. */
  readonly reference: string;
}

const setTerms = statement<never>('contract_set_terms', 'update core.contract set terms = $2 where id = $1');

/** Adds a version of the terms; its instalments take the place of those of the version before. */
export async function addVersion(
  context: CommandContext,
  contract: ContractRecord,
  before: TermsVersion & { readonly version: number },
  { terms, from, cause, reference }: NewVersion,
): Promise<void> {
  const version = before.version + 1;
  await context.transaction.insert(ScheduleEntity, {
    lenderId: context.lender.id,
    contractId: contract.id,
    version,
    clientId: contract.clientId,
    fromDay: from,
    terms,
    cause,
    reference,
    madeAt: new Date(context.now.epochMilliseconds),
  });
  await context.transaction.query(setTerms, [contract.id, JSON.stringify(terms)]);
  await cancelInstalments(context, contract, before.version, before.terms.schedule);
  await startInstalments(context, contract, version, terms.schedule);
}
