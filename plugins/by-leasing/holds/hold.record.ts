import type { CommandContext } from '../../../modules/commands';
import { listLoader, statement } from '../../../modules/database';
import type { ClientHoldKind, SuspensionGround, SystemHoldKind } from './vocabulary';

export interface ClientHoldRecord {
  readonly id: string;
  readonly clientId: string;
  readonly kind: ClientHoldKind;
  readonly ground: SuspensionGround | null;
  readonly breachId: string | null;
  readonly note: string;
  readonly basis: string | null;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
}

export interface SystemHoldRecord {
  readonly lenderId: string;
  readonly id: string;
  readonly kind: SystemHoldKind;
  readonly number: string;
  readonly note: string;
  readonly openedAt: Date;
  readonly effectiveFrom: Date;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
}

const clientColumns = `h.id, h.client_id as "clientId", h.kind, h.ground, h.breach_id as "breachId", h.note, h.basis,
  h.opened_at as "openedAt", h.ended_at as "endedAt", h.outcome`;
const systemColumns = `lender_id as "lenderId", id, kind, number, note, opened_at as "openedAt", effective_from as "effectiveFrom",
  ended_at as "endedAt", outcome`;

/** What stands, or stood, in the way of clients, the latest first. */
export const holdsByClient = listLoader(
  statement<ClientHoldRecord>(
    'by_leasing_client_holds',
    `select ${clientColumns} from by_leasing.client_hold h where h.client_id = any($1) order by h.opened_at desc, h.id desc`,
  ),
  (row) => row.clientId,
);

export const systemHoldsByLender = listLoader(
  statement<SystemHoldRecord>(
    'by_leasing_system_holds',
    `select ${systemColumns} from by_leasing.system_hold where lender_id = any($1) order by effective_from desc, id desc`,
  ),
  (row) => row.lenderId,
);

// A suspension for a breach is over as soon as the breach is: nobody has to lift it.
const openOfClient = statement<ClientHoldRecord>(
  'by_leasing_client_holds_open',
  `select ${clientColumns} from by_leasing.client_hold h
   left join by_leasing.breach b on b.lender_id = h.lender_id and b.id = h.breach_id
   where h.client_id = $1 and h.ended_at is null and (h.kind <> 'SUSPENSION' or h.breach_id is null or b.state = 'OPEN')
   order by h.opened_at, h.id`,
);
const openOfSystem = statement<SystemHoldRecord>(
  'by_leasing_system_holds_open',
  `select ${systemColumns} from by_leasing.system_hold where ended_at is null and effective_from <= $1 order by effective_from, id`,
);

export const lockClientHold = statement<ClientHoldRecord>(
  'by_leasing_client_hold_lock',
  `select ${clientColumns} from by_leasing.client_hold h where h.id = $1 and h.ended_at is null for update`,
);
export const lockSystemHold = statement<SystemHoldRecord>(
  'by_leasing_system_hold_lock',
  `select ${systemColumns} from by_leasing.system_hold where id = $1 and ended_at is null for update`,
);
export const endClientHold = statement<never>(
  'by_leasing_client_hold_end',
  'update by_leasing.client_hold set ended_at = $2, ended_by = $3, outcome = $4 where id = $1',
);
export const endSystemHold = statement<never>(
  'by_leasing_system_hold_end',
  'update by_leasing.system_hold set ended_at = $2, ended_by = $3, outcome = $4 where id = $1',
);

export interface OpenHolds {
  readonly client: readonly ClientHoldRecord[];
  readonly system: readonly SystemHoldRecord[];
}

/** What stands in a client's way now. */
export async function openHolds(context: CommandContext, clientId: string): Promise<OpenHolds> {
  return {
    client: await context.transaction.query(openOfClient, [clientId]),
    system: await context.transaction.query(openOfSystem, [new Date(context.now.epochMilliseconds)]),
  };
}
