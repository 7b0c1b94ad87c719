export type { Asking } from './documents';
export { addWebhookMetrics } from './webhook-metrics';
export { webhookParts } from './webhook-parts';
