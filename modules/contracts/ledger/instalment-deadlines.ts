import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { lastMomentOf } from '../../calendar';
import type { CommandContext } from '../../commands';
import { cancelDeadlines, meetDeadline, startDeadline } from '../../deadlines';
import type { ContractRecord } from '../contract.record';
import type { Instalment } from '../contract-terms';

/** Kind of the deadlines of instalments. */
export const PAYMENT_DUE = 'payment-due';

/** The id of an instalment: the same for the same place in the same version of a contract's schedule. */
export function instalmentId(contractId: string, version: number, no: number): string {
  const hash = createHash('sha256').update(`${contractId}/${version}/${no}`).digest('hex');
  // RFC 9562 version 8: made by a rule of our own.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

const subjectOf = (contract: ContractRecord, version: number, { no }: Instalment) => ({
  type: 'Instalment',
  id: instalmentId(contract.id, version, no),
});

/** Starts the deadlines of the instalments that are not due yet. */
export async function startInstalments(
  context: CommandContext,
  contract: ContractRecord,
  version: number,
  schedule: readonly Instalment[],
): Promise<void> {
  for (const instalment of schedule) {
    if (instalment.dueOn < context.today.toString()) continue;
    await startDeadline(context, {
      kind: PAYMENT_DUE,
      subject: subjectOf(contract, version, instalment),
      application: { id: contract.applicationId, clientId: contract.clientId },
      dueAt: lastMomentOf(Temporal.PlainDate.from(instalment.dueOn), context.lender.zone),
      ...(contract.editionId ? { editionId: contract.editionId } : {}),
    });
  }
}

/** Notes that the instalments of a day are paid. */
export async function meetInstalments(
  context: CommandContext,
  contract: ContractRecord,
  version: number,
  schedule: readonly Instalment[],
  on: string,
): Promise<void> {
  for (const instalment of schedule) {
    if (instalment.dueOn === on) await meetDeadline(context, { kind: PAYMENT_DUE, subject: subjectOf(contract, version, instalment) });
  }
}

/** Takes back the deadlines that no longer matter. */
export async function cancelInstalments(
  context: CommandContext,
  contract: ContractRecord,
  version: number,
  schedule: readonly Instalment[],
): Promise<void> {
  for (const instalment of schedule)
    await cancelDeadlines(context, { subject: subjectOf(contract, version, instalment), kind: PAYMENT_DUE });
}
