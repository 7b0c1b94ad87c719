import { type Ports, toGlobalId } from '../../schema/base';
import type { Clock } from '../calendar';
import { fieldCipherPort, uuidv7 } from '../database';
import type { EventRow } from '../events';
import { lenderDirectory } from '../lenders';
import { envelopeOf } from './envelope';
import { DocumentProblem, type OpenedDocument } from './ports';
import { bodyAad, type NewDelivery } from './queue-deliveries';
import type { WebhookRecord } from './webhook.record';

export interface MadeDeliveries {
  readonly deliveries: readonly NewDelivery[];
  /** The last event that became one; null: none did. */
  readonly last: EventRow | null;
  /** What stopped the work before its end. */
  readonly problem: DocumentProblem | null;
}

/** Runs an endpoint's document for events, one after the other, until one cannot be run. */
export async function makeDeliveries(
  { clock, ports }: { readonly clock: Clock; readonly ports: Ports },
  webhook: WebhookRecord,
  document: OpenedDocument,
  rows: readonly EventRow[],
  replayId: string | null,
): Promise<MadeDeliveries> {
  const { lenderId, id: webhookId, apiVersion } = webhook;
  const lender = ports.get(lenderDirectory).byId(lenderId)!.code;
  const cipher = ports.get(fieldCipherPort);
  const deliveries: NewDelivery[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      const body = envelopeOf({ lender, webhookId, apiVersion }, row, await document.run(row));
      const id = uuidv7(clock.now().epochMilliseconds);
      deliveries.push({
        id,
        messageId: toGlobalId('Event', row.id),
        kind: replayId ? 'REPLAY' : 'LIVE',
        replayId,
        eventId: row.id,
        type: row.type,
        cursor: row.cursor,
        orderKey: row.applicationId ?? row.subject.id,
        bodyEnc: cipher.encrypt(body, bodyAad(lenderId, id)),
      });
    } catch (error) {
      if (!(error instanceof DocumentProblem)) throw error;
      return { deliveries, last: rows[index - 1] ?? null, problem: error };
    }
  }
  return { deliveries, last: rows.at(-1) ?? null, problem: null };
}
