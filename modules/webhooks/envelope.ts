import { toGlobalId } from '../../schema/base';
import type { EventRow } from '../events';

/** Whose envelope it is. */
export interface EnvelopeSource {
  /** Code of the lender. */
  readonly lender: string;
  /** Row id of the endpoint. */
  readonly webhookId: string;
  readonly apiVersion: string;
}

/** Type of a test's envelope; no event has it. */
export const TEST_TYPE = 'WebhookTest';

/**
 * The body of a delivery: CloudEvents 1.0.2, JSON event format, structured mode. `id` is the event's id in the graph, `source` names
 * the endpoint, since two endpoints get different `data` of one event; `data` is the execution's result, written as streams write it.
 * Extension attributes: `lender`, `cursor`, `application`, `schemaversion`, `apiversion`.
 * @param result JSON of the execution's result
 */
export function envelopeOf(source: EnvelopeSource, row: EventRow, result: string): string {
  const { subject, applicationId } = row;
  return join(
    {
      ...headOf(source, toGlobalId('Event', row.id), row.type, row.at),
      subject: toGlobalId(subject.type, subject.id),
      cursor: row.cursor,
      schemaversion: String(row.schemaVersion),
      ...(applicationId ? { application: toGlobalId('Application', applicationId) } : {}),
    },
    result,
  );
}

/** The body of a test: all but an event, and no data of anybody. */
export function testEnvelope(source: EnvelopeSource, deliveryId: string, at: Date): string {
  return join(headOf(source, testMessageId(deliveryId), TEST_TYPE, at), '{"data":null}');
}

export const testMessageId = (deliveryId: string): string => toGlobalId('WebhookDelivery', deliveryId);

function headOf({ lender, webhookId, apiVersion }: EnvelopeSource, id: string, type: string, at: Date) {
  const source = `/lenders/${encodeURIComponent(lender)}/webhooks/${toGlobalId('Webhook', webhookId)}`;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    lender,
    apiversion: apiVersion,
  };
}

/** The result is not parsed and written again: its bytes are those of a stream. */
function join(attributes: Readonly<Record<string, string>>, result: string): string {
  return `${JSON.stringify(attributes).slice(0, -1)},"data":${result}}`;
}
