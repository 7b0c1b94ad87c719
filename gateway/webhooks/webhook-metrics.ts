import { Gauge } from 'prom-client';
import type { Database } from '../../modules/database';
import { readWebhookBacklog, type WebhookBacklog } from '../../modules/webhooks';
import type { MetricsRegistry } from '../metrics';

/** Adds what webhooks have still to do: the same in every process, since it is the database's. */
export function addWebhookMetrics(registry: MetricsRegistry, worker: Database): void {
  // One reading for all gauges of a telling.
  let reading: Promise<WebhookBacklog> | null = null;
  const read = () => {
    reading ??= readWebhookBacklog(worker).finally(() => {
      reading = null;
    });
    return reading;
  };
  const registers = [registry];
  new Gauge({
    name: 'lexgraph_webhook_deliveries',
    help: 'Deliveries that no endpoint has taken, by state.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { due, waiting, deadLetters } = await read();
      for (const [state, count] of Object.entries({ due, waiting, dead_letter: deadLetters })) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'lexgraph_webhook_endpoints',
    help: 'Endpoints by state; held: something keeps their events waiting.',
    labelNames: ['state'],
    registers,
    async collect() {
      const { active, paused, disabled, held } = await read();
      for (const [state, count] of Object.entries({ active, paused, disabled, held })) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'lexgraph_webhook_oldest_open_timestamp_seconds',
    help: 'When the oldest delivery that is still open was queued; 0: none is.',
    registers,
    async collect() {
      this.set(((await read()).oldestAt?.getTime() ?? 0) / 1_000);
    },
  });
}
