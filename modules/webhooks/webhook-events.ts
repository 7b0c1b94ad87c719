import type { EventTypeDefinition } from '../../schema/base';

const webhookId = '0199f0a0-0000-7000-8000-000000000009';

/** What the gateway did by itself. What an owner did stands in the audit log alone: other partners read these events too. */
export const webhookEventTypes: readonly EventTypeDefinition[] = [
  {
    type: 'WebhookDisabled',
    version: 1,
    scope: 'webhooks:read',
    description:
      'Nothing more is sent to an endpoint: it answered that it is gone, or failed for five days. Its events wait for `resumeWebhook`.',
    example: { webhookId, reason: 'FAILING' },
  },
  {
    type: 'WebhookHeld',
    version: 1,
    scope: 'webhooks:read',
    description: 'An endpoint’s document cannot run at present, such as when a field of it is gone. Its events wait.',
    example: { webhookId, problem: 'WEBHOOK_DOCUMENT_INVALID' },
  },
  {
    type: 'WebhookReleased',
    version: 1,
    scope: 'webhooks:read',
    description: 'What kept an endpoint’s events waiting is over.',
    example: { webhookId },
  },
];
