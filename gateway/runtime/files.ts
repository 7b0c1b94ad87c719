import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../../modules/calendar';
import type { Database, FieldCipher } from '../../modules/database';
import {
  createFileLinks,
  createFileRoutes,
  fileLinksPort,
  localStorageAdapter,
  objectStoragePort,
  s3StorageAdapter,
} from '../../modules/documents';
import type { Adapter, Ports } from '../../schema/base';
import type { Config } from '../config';
import { traceOf } from '../executor';
import type { Route } from '../http';

/** Where files lie. */
export const storageAdapter = (config: Config): Adapter =>
  config.storage === 'S3' ? s3StorageAdapter : localStorageAdapter(join(config.dataDirectory, 'files'));

/** Links and routes of files. Files never pass through the graph. */
export function fileParts(config: Config, database: Database, clock: Clock, cipher: FieldCipher, ports: Ports, logger: Logger) {
  // The address may be known only after listening, when the port was left to chance.
  let baseUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const links = createFileLinks({ secret: cipher.digest('file-links', 'gateway/file-links'), baseUrl: () => baseUrl });
  const linksAdapter: Adapter = { port: fileLinksPort, name: 'signed-links', simulated: false, create: () => links };
  const routes = createFileRoutes({
    storage: ports.get(objectStoragePort),
    links,
    database,
    clock,
    onFailure: (error) => logger.warn(traceOf(error), 'a file request failed'),
  });
  const route: Route = {
    path: '/files/',
    methods: ['GET', 'HEAD', 'PUT'],
    handle: (request, response) => routes.handle(request, response),
  };
  return {
    linksAdapter,
    routes: [route],
    listening(url: string) {
      baseUrl = config.publicUrl ?? url;
    },
  };
}
