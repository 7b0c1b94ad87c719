export { EventMetrics, type EventMetricsParts, type MetricsRegistry } from './event-metrics';
export { type MetricsServer, startMetricsServer } from './metrics-server';
