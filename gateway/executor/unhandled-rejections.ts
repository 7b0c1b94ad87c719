import type { Logger } from 'pino';
import { traceOf } from './public-error';

/**
 * Keeps the process alive when a promise fails that nobody waits for. It happens in both executors: in a list of
 * non-null items one fails at once, and another, already given up, later. Answers how to take the handler off again.
 */
export function logUnhandledRejections(logger: Pick<Logger, 'error'>): () => void {
  const handler = (reason: unknown) => logger.error(traceOf(reason), 'unhandled rejection');
  process.on('unhandledRejection', handler);
  return () => process.off('unhandledRejection', handler);
}
