import { type CommandResult, defineCommand, Refusal } from '../commands';
import { fieldCipherPort, statement, uuidv7 } from '../database';
import { formFinding } from '../rules';
import { TEST_TYPE, testEnvelope, testMessageId } from './envelope';
import { bodyAad, queueDeliveries } from './queue-deliveries';
import { findAndLockWebhook } from './webhook.record';

export interface TestWebhookResult extends CommandResult {
  readonly deliveryId?: string;
}

/** Line of the tests: one at a time, and none behind an event. */
const TEST_LINE = 'test';

const testUnderWay = statement<{ id: string }>(
  'webhook_test_under_way',
  "select id from core.webhook_delivery where webhook_id = $1 and kind = 'TEST' and status in ('WAITING', 'DUE') limit 1",
);

/** Queues a delivery without an event, sent once, in whatever state the endpoint is. */
export const testWebhook = defineCommand<{ readonly webhookId: string }, TestWebhookResult>({
  name: 'testWebhook',
  emits: [],
  async run({ webhookId }, context) {
    const { transaction, lender, now, ports } = context;
    const webhook = await findAndLockWebhook(context, webhookId);
    if (!webhook) throw new Refusal([formFinding('WEBHOOK_NOT_FOUND', ['input', 'webhookId'])]);
    const [before] = await transaction.query(testUnderWay, [webhookId]);
    if (before) throw new Refusal([formFinding('WEBHOOK_TEST_UNDER_WAY', ['input', 'webhookId'])]);
    const id = uuidv7(now.epochMilliseconds);
    const at = new Date(now.epochMilliseconds);
    const body = testEnvelope({ lender: lender.code, webhookId, apiVersion: webhook.apiVersion }, id, at);
    await queueDeliveries(transaction, { lenderId: lender.id, webhookId, now: at }, [
      {
        id,
        messageId: testMessageId(id),
        kind: 'TEST',
        replayId: null,
        eventId: null,
        type: TEST_TYPE,
        cursor: null,
        orderKey: TEST_LINE,
        bodyEnc: ports.get(fieldCipherPort).encrypt(body, bodyAad(lender.id, id)),
      },
    ]);
    context.audit({ webhook: webhookId });
    return { deliveryId: id };
  },
});
