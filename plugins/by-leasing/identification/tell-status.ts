import type { CommandContext } from '../../../modules/commands';
import { PLUGIN } from '../ids';
import { momentOf } from '../judge';
import { type IdentificationRow, writeStatus } from './identification.record';
import { type IdentificationStatus, nextStatuses } from './identification-status';

export const STATUS_EVENT = 'ByLeasingIdentificationStatusChanged';
export const REFUSAL_EVENT = 'ByLeasingIdentificationRefused';

/** What commands of identifications tell. */
export const identificationEvents = [STATUS_EVENT, REFUSAL_EVENT];

type Told = Pick<IdentificationRow, 'id' | 'clientId' | 'source' | 'method'>;

/** Tells of a state; the identification's row is locked. */
export function tellStatus(
  context: CommandContext,
  row: Told,
  from: IdentificationStatus | null,
  to: IdentificationStatus,
  clause?: string,
): void {
  context.emit({
    type: STATUS_EVENT,
    subject: { type: 'ByLeasingIdentification', id: row.id },
    clientId: row.clientId,
    plugin: PLUGIN,
    ...(clause ? { clause } : {}),
    payload: { clientId: row.clientId, source: row.source, method: row.method, from, to },
  });
}

export interface StatusChange {
  readonly to: IdentificationStatus;
  readonly refusal?: string | null;
  readonly msiRequestId?: string | null;
  readonly clause?: string;
}

/** Moves a locked identification on, and tells of it. */
export async function moveStatus(
  context: CommandContext,
  row: IdentificationRow,
  { to, refusal = null, msiRequestId = null, clause }: StatusChange,
): Promise<void> {
  if (!nextStatuses[row.status]?.includes(to)) throw new Error(`An identification does not go from ${row.status} to ${to}.`);
  await context.transaction.query(writeStatus, [row.id, to, refusal, msiRequestId, to === 'TAKEN' ? null : momentOf(context)]);
  tellStatus(context, row, row.status, to, clause);
}

/** Records that an answer was refused while nothing else changed. */
export function tellRefusal(context: CommandContext, row: Told, code: string, clause: string): void {
  context.emit({
    type: REFUSAL_EVENT,
    subject: { type: 'ByLeasingIdentification', id: row.id },
    clientId: row.clientId,
    plugin: PLUGIN,
    clause,
    payload: { clientId: row.clientId, code },
  });
}
