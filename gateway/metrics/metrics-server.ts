import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { traceOf } from '../executor';

export interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

export interface MetricsServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly contentType: string;
  readonly logger: Logger;
  text(): Promise<string>;
}

/**
 * Tells the measurements on an address of their own, away from the graph: whoever may reach that address may read them.
 * They name lenders and subjects of partners and officers, and nothing of clients.
 */
export async function startMetricsServer({ host, port, contentType, logger, text }: MetricsServerOptions): Promise<MetricsServer> {
  // One reading at a time: those who ask meanwhile get the same answer.
  let reading: Promise<string> | null = null;
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    const known = path === '/metrics' && (request.method === 'GET' || request.method === 'HEAD');
    if (!known) return void response.writeHead(path === '/metrics' ? 405 : 404).end();
    reading ??= text().finally(() => {
      reading = null;
    });
    reading.then(
      (body) => void response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body),
      (error) => {
        logger.warn(traceOf(error), 'reading the measurements failed');
        response.writeHead(503).end();
      },
    );
  });
  server.maxConnections = 100;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
